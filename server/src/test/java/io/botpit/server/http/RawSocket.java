package io.botpit.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A bare TCP connection that speaks just enough HTTP and WebSocket to misbehave on purpose. */
final class RawSocket implements AutoCloseable {
    private static final int WAIT_MILLIS = 8_000;
    private static final int OPCODE_TEXT = 1;
    private static final int OPCODE_CLOSE = 8;
    private static final int OPCODE_PING = 9;
    private static final int OPCODE_PONG = 10;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    private final Socket socket;
    private final InputStream in;

    RawSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(WAIT_MILLIS);
        in = socket.getInputStream();
    }

    void send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            // The server may cut us while we are still talking; what it said before counts.
        }
    }

    /** Everything up to the end of the answer's header, or to the end of the connection. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.write(b);
                if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
            }
        } catch (SocketException e) {
            // reset: the connection is gone
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** A valid handshake; the answer's header. */
    String upgrade(String path, String moreHeaders) throws IOException {
        send(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + socket.getPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                        + Base64.getEncoder().encodeToString("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))
                        + "\r\nSec-WebSocket-Version: 13\r\n" + moreHeaders + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return head();
    }

    void sendFrame(int opcode, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % MASK.length]);
        }
        send(frame.toByteArray());
    }

    /** What comes first: {@code ok-reply}, {@code close-NNNN}, {@code drop}, or {@code ignored} when nothing comes. */
    String reaction() throws IOException {
        try {
            while (true) {
                int first = in.read();
                int second = in.read();
                if (first < 0 || second < 0) {
                    return "drop";
                }
                byte[] payload = in.readNBytes(length(second & 0x7f));
                switch (first & 0x0f) {
                    case OPCODE_TEXT -> {
                        return "ok-reply";
                    }
                    case OPCODE_CLOSE -> {
                        return payload.length < 2
                                ? "close-1005"
                                : "close-" + ((payload[0] & 0xff) << 8 | payload[1] & 0xff);
                    }
                    case OPCODE_PING, OPCODE_PONG -> {
                        continue;
                    }
                    default -> {
                        return "unexpected opcode " + (first & 0x0f);
                    }
                }
            }
        } catch (SocketTimeoutException e) {
            return "ignored";
        } catch (SocketException e) {
            return "drop";
        }
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
