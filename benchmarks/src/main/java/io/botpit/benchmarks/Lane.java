package io.botpit.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A WebSocket connection that many of can be served by one thread and that costs next to nothing per message: requests are
 * encoded once, answers are counted and not decoded. Blocking until it is registered with a selector. One thread sends and one
 * hears, or one does both.
 */
final class Lane implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int BUFFER_BYTES = 1 << 16;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final List<ByteBuffer> requests = new ArrayList<>();
    private final byte[] good;
    private int next;
    private int refused;

    private Lane(SocketChannel channel, String good) {
        this.channel = channel;
        this.good = good.getBytes(StandardCharsets.US_ASCII);
    }

    /** @param good how every answer has to begin */
    static Lane open(int port, String good) throws IOException {
        return new Lane(connect(port, "/"), good);
    }

    /** A blocking connection that has become a WebSocket. */
    static SocketChannel connect(int port, String path) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(StandardCharsets.US_ASCII.encode("GET " + path + " HTTP/1.1\r\n" + Caller.HEADERS));
        skipHead(channel);
        return channel;
    }

    /** Sends a text and waits for the answer, which must be a good one. */
    void ask(String text) throws IOException {
        channel.write(frame(TEXT, StandardCharsets.UTF_8.encode(text)));
        while (hear() == 0) {
            // blocking: something comes or it ends
        }
        if (refused > 0) {
            throw new IOException("refused: " + text);
        }
    }

    /** What is sent, over and over again. */
    void requests(List<String> texts) {
        texts.forEach(text -> requests.add(frame(TEXT, StandardCharsets.UTF_8.encode(text))));
    }

    /** @param listener what the selector hands out when something has come */
    void register(Selector selector, Object listener) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, listener);
    }

    /** Puts the next request into the buffer. */
    void put() throws IOException {
        ByteBuffer request = requests.get(next++ % requests.size());
        if (out.remaining() < request.limit()) {
            flush();
        }
        out.put(request.rewind());
    }

    /** Sends what was put; waits while the other side takes nothing. */
    void flush() throws IOException {
        write(out.flip());
        out.clear();
    }

    /** Reads what is there. How many answers that was. */
    int hear() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server hung up");
        }
        in.flip();
        int answers = 0;
        for (int end = end(); end <= in.limit(); end = end()) {
            answers += take(end);
        }
        in.compact();
        return answers;
    }

    /** How many answers did not begin as they should. */
    int refused() {
        return refused;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Where the frame ends that begins at the position; beyond the limit: it is not all there. */
    private int end() {
        int at = in.position();
        if (in.remaining() < 2) {
            return Integer.MAX_VALUE;
        }
        int length = in.get(at + 1) & 0x7f;
        if (length < 126) {
            return at + 2 + length;
        }
        if (length == 127) {
            throw new IllegalStateException("an answer of more than 64 kB");
        }
        return in.remaining() < 4 ? Integer.MAX_VALUE : at + 4 + (in.getShort(at + 2) & 0xffff);
    }

    private int take(int end) throws IOException {
        int opcode = in.get(in.position()) & 0x0f;
        int payload = in.position() + ((in.get(in.position() + 1) & 0x7f) < 126 ? 2 : 4);
        ByteBuffer body = in.slice(payload, end - payload);
        in.position(end);
        return switch (opcode) {
            case TEXT -> {
                refused += isGood(body) ? 0 : 1;
                yield 1;
            }
            case PING -> {
                write(frame(PONG, body));
                yield 0;
            }
            default -> throw new IOException("opcode " + opcode + ": " + StandardCharsets.UTF_8.decode(body));
        };
    }

    private boolean isGood(ByteBuffer answer) {
        for (int i = 0; i < good.length; i++) {
            if (i >= answer.limit() || answer.get(i) != good[i]) {
                return false;
            }
        }
        return true;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static void skipHead(SocketChannel channel) throws IOException {
        ByteBuffer octet = ByteBuffer.allocate(1);
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            if (channel.read(octet.clear()) < 0) {
                throw new EOFException("no upgrade: " + head);
            }
            head.append((char) octet.get(0));
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no upgrade: " + head);
        }
    }

    /** Every frame of a client is masked; a mask of zeros masks, too. */
    private static ByteBuffer frame(int opcode, ByteBuffer payload) {
        int length = payload.remaining();
        ByteBuffer frame = ByteBuffer.allocate(length + 8).put((byte) (0x80 | opcode));
        if (length < 126) {
            frame.put((byte) (0x80 | length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) length);
        }
        return frame.putInt(0).put(payload).flip();
    }
}
