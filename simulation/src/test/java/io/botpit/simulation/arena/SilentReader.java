package io.botpit.simulation.arena;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A feed reader that shakes hands and then never reads a byte. */
final class SilentReader implements AutoCloseable {
    private final Socket socket;

    private SilentReader(Socket socket) {
        this.socket = socket;
    }

    static SilentReader connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String handshake = "GET /feed HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        byte[] status = in.readNBytes("HTTP/1.1 101".length());
        if (!new String(status, StandardCharsets.US_ASCII).equals("HTTP/1.1 101")) {
            socket.close();
            throw new IOException("no upgrade");
        }
        return new SilentReader(socket);
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
