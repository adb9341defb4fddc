package io.botpit.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many that only listen. All are read twenty times a second by one thread, so that they take little of the processor that they
 * share with the server; what comes meanwhile waits in the kernel.
 */
final class Audience implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final List<Ear> readers = new ArrayList<>();
    private final List<Ear> viewers = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    /** When a sweep last found something. */
    private volatile long heardAt = System.nanoTime();

    private final Thread thread = Thread.ofPlatform().name("audience").unstarted(this::listen);

    /** @param cut connections that the server has closed */
    record Heard(long frames, long cut) {}

    static Audience open(int port, int readers, int viewers) throws IOException {
        Audience audience = new Audience();
        for (int i = 0; i < readers; i++) {
            audience.readers.add(new Ear(Lane.connect(port, BareServer.FEED)));
        }
        for (int i = 0; i < viewers; i++) {
            audience.viewers.add(new Ear(Lane.connect(port, BareServer.FEED + "?view=spectator")));
        }
        audience.thread.start();
        return audience;
    }

    /** Waits until nothing has come for a while; how long after the start of the waiting the last frame came, in seconds. */
    double awaitSilence() throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - heardAt < SILENCE.toNanos()) {
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return Math.max(0, heardAt - began) / 1e9;
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Ear ear : readers) {
            ear.channel.close();
        }
        for (Ear ear : viewers) {
            ear.channel.close();
        }
    }

    /** Once it is closed. */
    Heard readers() {
        return heard(readers);
    }

    Heard viewers() {
        return heard(viewers);
    }

    private static Heard heard(List<Ear> ears) {
        return new Heard(
                ears.stream().mapToLong(ear -> ear.frames).sum(),
                ears.stream().filter(ear -> ear.cut).count());
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                long before = heard(readers).frames;
                readers.forEach(ear -> ear.hear(buffer));
                viewers.forEach(ear -> ear.hear(buffer));
                if (heard(readers).frames > before) {
                    heardAt = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts the frames of one connection without looking into them. */
    private static final class Ear {
        private static final int TEXT = 1;
        private static final int CLOSE = 8;
        private static final int HEAD_BYTES_MAX = 10;

        private final SocketChannel channel;
        private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES_MAX);
        /** Bytes of the present frame that are still to come. */
        private long left;

        private long frames;
        private boolean cut;

        private Ear(SocketChannel channel) throws IOException {
            this.channel = channel;
            channel.configureBlocking(false);
        }

        void hear(ByteBuffer buffer) {
            try {
                cut |= channel.read(buffer.clear()) < 0;
            } catch (IOException e) {
                cut = true;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                int skipped = (int) Math.min(left, buffer.remaining());
                buffer.position(buffer.position() + skipped);
                left -= skipped;
                if (buffer.hasRemaining()) {
                    head.put(buffer.get());
                    begin();
                }
            }
        }

        /** Begins a frame if its head is complete; frames of a server have no mask. */
        private void begin() {
            if (head.position() < 2) {
                return;
            }
            int announced = head.get(1) & 0x7f;
            int size = announced < 126 ? 2 : announced == 126 ? 4 : HEAD_BYTES_MAX;
            if (head.position() < size) {
                return;
            }
            left = size == 2 ? announced : size == 4 ? head.getShort(2) & 0xffff : head.getLong(2);
            int opcode = head.get(0) & 0x0f;
            frames += opcode == TEXT ? 1 : 0;
            cut |= opcode == CLOSE;
            head.clear();
        }
    }
}
