package io.botpit.simulation.arena;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bare TCP connection that speaks just enough HTTP and WebSocket to break every rule of both. One thread. */
final class WireClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final int TEXT = 1;
    static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int NARROW_BYTES = 32 << 10;
    private static final int BODY_BYTES_MAX = 1 << 20;

    private final Socket socket;
    private final InputStream in;

    /** What came. */
    sealed interface Heard {}

    record Text(String text) implements Heard {}

    record Closed(int code, String reason) implements Heard {}

    /** The end of the connection without a close frame. */
    record Dropped() implements Heard {}

    /** Nothing came in time. */
    record Silence() implements Heard {}

    /** @param head status line and headers; empty: the connection was cut without an answer */
    record Response(String head, String body) {
        String outcome() {
            if (head.isEmpty()) {
                return "drop";
            }
            String status = head.substring(9, 12);
            return status.equals("101") ? "upgrade-101" : "http-" + status;
        }
    }

    private WireClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static WireClient connect(int port) throws IOException {
        return new WireClient(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Connects with little room for what was not read yet. */
    static WireClient connectNarrow(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(NARROW_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new WireClient(socket);
    }

    /**
     * Connects from a loopback address of its own, so that what others did wrong does not count against it; where there
     * is only one such address, from that.
     */
    static WireClient connectFrom(int stranger, int port) throws IOException {
        byte[] address = {127, 1, (byte) (stranger >> 8), (byte) stranger};
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
        } catch (BindException e) {
            socket.close();
            return connect(port);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new WireClient(socket);
    }

    void send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            // Cut while still talking; what the server said before is what counts.
        }
    }

    /** No more will be sent: whoever waits for the rest of a request can stop. */
    void finish() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException e) {
            // The server was quicker.
        }
    }

    void waitAtMost(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    Response upgrade(String path, String moreHeaders) throws IOException {
        send(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + socket.getPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + moreHeaders
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return response();
    }

    /** One HTTP answer with its body. */
    Response response() throws IOException {
        String head = head();
        if (head.isEmpty() || head.startsWith("HTTP/1.1 101")) {
            return new Response(head, "");
        }
        int length = contentLength(head);
        byte[] body = length >= 0 ? in.readNBytes(length) : allThatComes();
        return new Response(head, new String(body, StandardCharsets.ISO_8859_1));
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.write(b);
                if (b == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
            }
        } catch (SocketException e) {
            // Reset: what came before is the answer.
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int contentLength(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .findFirst()
                .map(line -> Integer.parseInt(
                        line.substring("content-length:".length()).strip()))
                .orElse(-1);
    }

    /** Everything up to the end of the connection. */
    byte[] allThatComes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0 && all.size() < BODY_BYTES_MAX; b = in.read()) {
                all.write(b);
            }
        } catch (SocketException e) {
            // Reset: what came before is the answer.
        }
        return all.toByteArray();
    }

    void sendText(String text) throws IOException {
        send(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A whole, masked frame. */
    static byte[] frame(int opcode, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write(0x80 | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            boolean small = payload.length < 1 << 16;
            frame.write(0x80 | (small ? 126 : 127));
            for (int shift = small ? 8 : 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % MASK.length]);
        }
        return frame.toByteArray();
    }

    /** The next text, or the end; pings and pongs are no news. */
    Heard hear() throws IOException {
        try {
            while (true) {
                int first = in.read();
                int second = in.read();
                if (first < 0 || second < 0) {
                    return new Dropped();
                }
                byte[] payload = in.readNBytes(length(second & 0x7f));
                switch (first & 0x0f) {
                    case TEXT -> {
                        return new Text(new String(payload, StandardCharsets.UTF_8));
                    }
                    case CLOSE -> {
                        return closed(payload);
                    }
                    default -> {
                        // a ping or a pong
                    }
                }
            }
        } catch (SocketTimeoutException e) {
            return new Silence();
        } catch (SocketException e) {
            return new Dropped();
        }
    }

    private static Closed closed(byte[] payload) {
        return payload.length < 2
                ? new Closed(1005, "")
                : new Closed(
                        (payload[0] & 0xff) << 8 | payload[1] & 0xff,
                        new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
    }

    private int length(int announced) throws IOException {
        if (announced < 126) {
            return announced;
        }
        int length = 0;
        for (byte b : in.readNBytes(announced == 126 ? 2 : 8)) {
            length = length << 8 | b & 0xff;
        }
        return length;
    }

    /** The next text, read. */
    JsonNode json() throws IOException {
        return switch (hear()) {
            case Text(var text) -> JSON.readTree(text);
            case Closed closed -> throw new IOException("no text but " + closed);
            case Dropped dropped -> throw new IOException("no text but " + dropped);
            case Silence silence -> throw new IOException("no text but " + silence);
        };
    }

    /** Ends the connection with a reset: what the server still had to say is lost. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
