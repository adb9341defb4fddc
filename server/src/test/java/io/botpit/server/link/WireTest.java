package io.botpit.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTest {
    /** Reads as RFC 6455 says; the head of the first frame is not there. */
    private static List<String> read(Wire wire) {
        ByteBuffer bytes = wire.bytes().duplicate();
        List<String> texts = new ArrayList<>();
        texts.add(text(bytes, wire.firstBytes()));
        while (bytes.hasRemaining()) {
            assertThat(bytes.get()).as("a whole text frame").isEqualTo((byte) 0x81);
            int length = bytes.get();
            texts.add(text(
                    bytes,
                    length == 126 ? Short.toUnsignedInt(bytes.getShort()) : length == 127 ? bytes.getLong() : length));
        }
        return texts;
    }

    private static String text(ByteBuffer bytes, long length) {
        byte[] text = new byte[Math.toIntExact(length)];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Test
    void everyLengthHasItsHead() {
        List<String> texts = List.of(
                "first",
                "",
                "x".repeat(125),
                "x".repeat(126),
                "x".repeat(65_535),
                "x".repeat(65_536),
                "gr\u00fc\u00df \u2713".repeat(40));

        Wire wire = new Frames(texts).wire();

        assertThat(read(wire)).isEqualTo(texts);
        assertThat(wire.longestBytes()).isEqualTo(65_536);
    }

    @Test
    void oneFrameIsItsTextAlone() {
        Wire wire = new Frames(List.of("{}")).wire();

        assertThat(wire.bytes().remaining()).isEqualTo(wire.firstBytes()).isEqualTo(2);
    }

    @Test
    void theBytesAreMadeOnceForAll() {
        Frames frames = new Frames(List.of("a", "b"));

        assertThat(frames.wire()).isSameAs(frames.wire());
        assertThat(Frames.together(List.of(frames))).isSameAs(frames);
        assertThat(Frames.together(List.of(frames, new Frames(List.of("c")))).texts())
                .containsExactly("a", "b", "c");
    }
}
