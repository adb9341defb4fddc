package io.botpit.simulation.arena;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a client's bytes on an upgraded socket may end, by RFC 6455 and by our limits, written from those and not from
 * the server. Reads frames until one breaks a rule, a close frame comes, or the bytes are at their end.
 */
final class FrameRules {
    static final int TEXT_BYTES_MAX = 16_384;
    /** That many messages before a login may end the connection, whatever is in them. */
    private static final int STRANGE_TEXTS_MAX = 10;

    private static final int PROTOCOL_ERROR = 1002;
    private static final int UNSUPPORTED = 1003;
    private static final int INVALID_TEXT = 1007;
    private static final int POLICY = 1008;
    private static final int TOO_BIG = 1009;

    private final ByteBuffer bytes;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int texts;
    private boolean inMessage;
    private boolean binary;

    private FrameRules(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** The close codes that would be right; empty: the bytes stop before anything has to end. */
    static Set<Integer> endings(byte[] bytes) {
        FrameRules rules = new FrameRules(bytes);
        Set<Integer> endings = rules.endings();
        return rules.texts < STRANGE_TEXTS_MAX ? endings : with(POLICY, endings);
    }

    private static Set<Integer> with(int code, Set<Integer> endings) {
        Set<Integer> more = new HashSet<>(endings);
        more.add(code);
        return more;
    }

    /** Whether a frame is broken or too large: then RFC 6455, 7.1.7, asks for no close frame. */
    static boolean allowsDrop(Set<Integer> endings) {
        return endings.contains(TOO_BIG);
    }

    private Set<Integer> endings() {
        while (bytes.remaining() >= 2) {
            int first = bytes.get() & 0xff;
            int second = bytes.get() & 0xff;
            int opcode = first & 0x0f;
            boolean last = (first & 0x80) != 0;
            if (isBroken(first, second)) {
                // One frame may break several rules at once.
                return Set.of(PROTOCOL_ERROR, TOO_BIG, INVALID_TEXT);
            }
            int width = (second & 0x7f) == 126 ? 2 : (second & 0x7f) == 127 ? 8 : 0;
            if (bytes.remaining() < width) {
                return Set.of();
            }
            long length = length(second & 0x7f, width);
            if (length < 0 || opcode < 8 && length + message.size() > TEXT_BYTES_MAX) {
                return Set.of(TOO_BIG, PROTOCOL_ERROR, INVALID_TEXT, UNSUPPORTED);
            }
            if (bytes.remaining() < length + 4) {
                // Some judge a text before all of it is there.
                return Set.of();
            }
            Set<Integer> ends = opcode >= 8 ? control(opcode, (int) length) : data(opcode, last, (int) length);
            if (!ends.isEmpty()) {
                return ends;
            }
        }
        return Set.of();
    }

    private boolean isBroken(int first, int second) {
        int opcode = first & 0x0f;
        boolean control = opcode >= 8;
        return (first & 0x70) != 0
                || opcode > 10
                || opcode > 2 && opcode < 8
                || (second & 0x80) == 0
                || control && ((first & 0x80) == 0 || (second & 0x7f) > 125)
                || opcode == 0 && !inMessage
                || (opcode == 1 || opcode == 2) && inMessage;
    }

    private long length(int announced, int width) {
        if (width == 0) {
            return announced;
        }
        return width == 2 ? bytes.getShort() & 0xffff : bytes.getLong();
    }

    private byte[] payload(int length) {
        byte[] mask = new byte[4];
        bytes.get(mask);
        byte[] payload = new byte[length];
        bytes.get(payload);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private Set<Integer> control(int opcode, int length) {
        byte[] payload = payload(length);
        if (opcode != 8) {
            return Set.of();
        }
        if (length == 0) {
            return Set.of(1000, 1005);
        }
        if (length == 1) {
            return Set.of(PROTOCOL_ERROR);
        }
        int code = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        boolean mayBeSent = code >= 1000 && code < 1015 && code != 1004 && code != 1005 && code != 1006;
        if (!mayBeSent && (code < 3000 || code > 4999)) {
            return Set.of(PROTOCOL_ERROR);
        }
        return isText(payload, 2) ? new HashSet<>(List.of(code, 1000)) : Set.of(INVALID_TEXT, PROTOCOL_ERROR);
    }

    private Set<Integer> data(int opcode, boolean last, int length) {
        if (opcode != 0) {
            inMessage = true;
            binary = opcode == 2;
        }
        message.writeBytes(payload(length));
        if (!last) {
            return Set.of();
        }
        byte[] whole = message.toByteArray();
        message.reset();
        inMessage = false;
        if (binary) {
            return Set.of(UNSUPPORTED);
        }
        texts++;
        return isText(whole, 0) ? Set.of() : Set.of(INVALID_TEXT);
    }

    static boolean isText(byte[] bytes, int from) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
