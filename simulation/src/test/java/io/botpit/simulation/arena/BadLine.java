package io.botpit.simulation.arena;

import io.botpit.simulation.audit.Dice;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A port that leads to a server's, over a line that loses, doubles and swaps messages both ways, and breaks. Works on
 * WebSocket frames, so any client may sit at its end. Messages are dealt with by a thread for each direction.
 */
final class BadLine implements AutoCloseable {
    private static final int FAULT_PERMILLE = 50;
    private static final int TEXT = 0x81;

    private final ServerSocket door;
    private final int serverPort;
    private final Queue<Closeable> sockets = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService cutter = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Queue<Comeback> comebacks = new ConcurrentLinkedQueue<>();
    private final Dice dice;
    private volatile boolean stormy;
    private volatile long brokeAtNanos;
    private @Nullable Future<?> cutting;

    /**
     * How long a client took to be where it was, over a good line.
     *
     * @param sinceBreakMillis since the line broke
     * @param sinceDialMillis since it dialled again
     */
    record Comeback(long sinceBreakMillis, long sinceDialMillis) {}

    BadLine(int serverPort, long seed) throws IOException {
        this.serverPort = serverPort;
        dice = new Dice(seed);
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::answer);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on it does its worst, and breaks every so many milliseconds. */
    void storm(long cutEveryMillis) {
        stormy = true;
        cutting = cutter.scheduleAtFixedRate(this::cut, cutEveryMillis, cutEveryMillis, TimeUnit.MILLISECONDS);
    }

    /** From now on it is a good line; what it was before breaks once more. */
    void calm() {
        if (cutting != null) {
            cutting.cancel(false);
        }
        stormy = false;
        cut();
    }

    /** What it did, by name. */
    Map<String, Integer> faults() {
        synchronized (faults) {
            return Map.copyOf(faults);
        }
    }

    List<Comeback> comebacks() {
        return List.copyOf(comebacks);
    }

    private void cut() {
        brokeAtNanos = System.nanoTime();
        happened("cut");
        for (Closeable socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            close(socket);
        }
    }

    private void answer() {
        try {
            while (true) {
                Socket client = door.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            sockets.add(client);
            sockets.add(server);
            DataInputStream fromClient = new DataInputStream(client.getInputStream());
            DataInputStream fromServer = new DataInputStream(server.getInputStream());
            // Whoever packs messages together would lose more than one with each.
            String question = head(fromClient).replaceAll("(?i)Sec-WebSocket-Extensions:[^\r]*\r\n", "");
            server.getOutputStream().write(question.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().write(head(fromServer).getBytes(StandardCharsets.ISO_8859_1));
            threads.execute(() -> pump(fromClient, server, _ -> {}));
            pump(fromServer, client, new Homecoming()::heard);
        } catch (IOException unreachable) {
            close(client);
        }
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private void pump(DataInputStream in, Socket to, Consumer<byte[]> ear) {
        byte[] held = {};
        try {
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] frame = frame(in);
                ear.accept(frame);
                if (!stormy || (frame[0] & 0xff) != TEXT) {
                    out.write(frame);
                } else if (draws("dropped")) {
                    continue;
                } else if (held.length == 0 && draws("overtaken")) {
                    held = frame;
                    continue;
                } else {
                    out.write(frame);
                    if (draws("doubled")) {
                        out.write(frame);
                    }
                }
                out.write(held);
                held = new byte[0];
            }
        } catch (IOException broken) {
            close(in);
            close(to);
        }
    }

    /** What a server says on one connection; the second {@code resume} is answered when all that was missed is there. */
    private final class Homecoming {
        private static final int RESUMED = 2;

        private final long brokeAt = brokeAtNanos;
        private final long dialledAt = System.nanoTime();
        private int subscribed;

        private void heard(byte[] frame) {
            if (!stormy
                    && new String(frame, StandardCharsets.ISO_8859_1).contains("\"Subscribed.\"")
                    && ++subscribed == RESUMED) {
                comebacks.add(new Comeback(millisSince(brokeAt), millisSince(dialledAt)));
            }
        }

        private static long millisSince(long nanos) {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
        }
    }

    /** One frame as it is on the wire. */
    private static byte[] frame(DataInputStream in) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(in.readUnsignedByte());
        int second = in.readUnsignedByte();
        frame.write(second);
        int announced = second & 0x7f;
        byte[] width = in.readNBytes(announced == 126 ? 2 : announced == 127 ? 8 : 0);
        frame.write(width);
        long length = announced < 126 ? announced : 0;
        for (byte one : width) {
            length = length << 8 | one & 0xff;
        }
        long rest = length + ((second & 0x80) == 0 ? 0 : 4);
        byte[] body = in.readNBytes(Math.toIntExact(rest));
        if (body.length < rest) {
            throw new EOFException("the line broke within a frame");
        }
        frame.write(body);
        return frame.toByteArray();
    }

    private boolean draws(String fault) {
        boolean drawn;
        synchronized (dice) {
            drawn = dice.permille(FAULT_PERMILLE);
        }
        if (drawn) {
            happened(fault);
        }
        return drawn;
    }

    private void happened(String fault) {
        synchronized (faults) {
            faults.merge(fault, 1, Integer::sum);
        }
    }

    private static void close(Closeable one) {
        try {
            one.close();
        } catch (IOException already) {
            throw new IllegalStateException("a socket that cannot be closed", already);
        }
    }

    @Override
    public void close() throws IOException {
        cutter.shutdownNow();
        door.close();
        threads.shutdown();
    }
}
