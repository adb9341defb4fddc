package io.botpit.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket client of a few hundred bytes, so that ten thousand of them weigh nothing; pings are answered while
 * hearing. One thread sends, one hears.
 */
final class Caller implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int BUFFER_BYTES = 512;
    /** What turns a request into a WebSocket, behind its first line. */
    static final String HEADERS = """
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            \r
            """;

    private final Socket socket;
    private final InputStream in;

    private Caller(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    static Caller connect(int port, String path) throws IOException {
        return open(new Socket(), port, path);
    }

    /** One whose kernel takes little off the server's hands while it does not read. */
    static Caller connectSmall(int port, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        return open(socket, port, path);
    }

    private static Caller open(Socket socket, int port, String path) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Caller caller = new Caller(socket);
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\n" + HEADERS).getBytes(StandardCharsets.US_ASCII));
        String head = caller.head();
        if (!head.startsWith("HTTP/1.1 101")) {
            socket.close();
            throw new IOException("no upgrade: " + head);
        }
        return caller;
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(octet());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    void send(String text) throws IOException {
        write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next text, or as {@code close CODE REASON} the end. */
    String hear() throws IOException {
        while (true) {
            int opcode = octet() & 0x0f;
            byte[] payload = in.readNBytes(length(octet() & 0x7f));
            switch (opcode) {
                case TEXT -> {
                    return new String(payload, StandardCharsets.UTF_8);
                }
                case CLOSE -> {
                    return payload.length < 2 ? "close" : closing(payload);
                }
                case PING -> write(PONG, payload);
                default -> throw new IOException("opcode " + opcode);
            }
        }
    }

    /** Sends a command and answers what came of it. */
    String ask(String command) throws IOException {
        send(command);
        String answer = hear();
        if (!answer.startsWith("{\"status\": true")) {
            throw new IOException(command + " was answered " + answer);
        }
        return answer;
    }

    /** Says goodbye and waits until the server has hung up. */
    void leave() throws IOException {
        write(CLOSE, new byte[] {3, (byte) 0xe8});
        in.skip(Long.MAX_VALUE);
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String closing(byte[] payload) {
        int code = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        return "close " + code + " " + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }

    /** Every frame of a client is masked; a mask of zeros masks, too. */
    private void write(int opcode, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 8);
        frame.write(0x80 | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        socket.getOutputStream().write(frame.toByteArray());
    }

    private int length(int announced) throws IOException {
        int length = announced < 126 ? announced : 0;
        for (int left = announced < 126 ? 0 : announced == 126 ? 2 : 8; left > 0; left--) {
            length = length << 8 | octet();
        }
        return length;
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the server hung up");
        }
        return octet;
    }
}
