package io.botpit.server.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Frames as they follow each other on a WebSocket (RFC 6455, 5.2): whole text frames without a mask, as a server sends
 * them. Only the head of the first is missing, which is the transport's to write. Any thread; the bytes are never changed.
 *
 * @param bytes read-only; to be duplicated, since its position is shared
 * @param firstBytes how many of them are the text of the first frame
 * @param longestBytes how many the longest text has
 */
public record Wire(ByteBuffer bytes, int firstBytes, int longestBytes) {
    private static final int HEAD_BYTES_MAX = 10;
    private static final byte WHOLE_TEXT = (byte) 0x81;
    private static final int SHORT_BYTES_MAX = 125;
    private static final byte LENGTH_OF_TWO = 126;
    private static final byte LENGTH_OF_EIGHT = 127;
    private static final int TWO_BYTES_MAX = 0xffff;

    static Wire of(List<String> texts) {
        byte[][] encoded = new byte[texts.size()][];
        int size = 0;
        int longest = 0;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = texts.get(i).getBytes(StandardCharsets.UTF_8);
            size += HEAD_BYTES_MAX + encoded[i].length;
            longest = Math.max(longest, encoded[i].length);
        }
        if (encoded.length == 1) {
            return new Wire(ByteBuffer.wrap(encoded[0]).asReadOnlyBuffer(), longest, longest);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).put(encoded[0]);
        for (int i = 1; i < encoded.length; i++) {
            head(bytes, encoded[i].length).put(encoded[i]);
        }
        return new Wire(bytes.flip().asReadOnlyBuffer(), encoded[0].length, longest);
    }

    private static ByteBuffer head(ByteBuffer bytes, int length) {
        bytes.put(WHOLE_TEXT);
        if (length <= SHORT_BYTES_MAX) {
            return bytes.put((byte) length);
        }
        return length <= TWO_BYTES_MAX
                ? bytes.put(LENGTH_OF_TWO).putShort((short) length)
                : bytes.put(LENGTH_OF_EIGHT).putLong(length);
    }
}
