package io.botpit.simulation.arena;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends mutants of its own seed, one after the other, and judges each answer. One thread. */
final class Fuzzer implements Callable<Fuzzer.Findings> {
    private static final String PROBE = "{\"cmd\":\"ping\",\"params\":{},\"id\":\"probe\"}";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern HEAD_END = Pattern.compile("\\S.*\r?\n\r?\n", Pattern.DOTALL);
    /** An unknown transfer coding, another version of HTTP: the standard's answers, not accidents. */
    private static final Set<String> BY_RULE = Set.of("501", "505");

    private static final byte[] GOODBYE = WireClient.frame(8, new byte[] {3, (byte) 0xe8});
    private static final long SLOW_NANOS = 100_000_000;
    private static final int GUEST_REFUSALS_MAX = 10;
    private static final int TEXTS_PERCENT = 80;
    private static final int REQUESTS_PERCENT = 12;
    private static final int WRONG_MAX = 50;
    /** All of them are sent again; more are no longer the accidents of a busy machine. */
    private static final int SLOW_MAX = 2_000;

    private final int port;
    private final int count;
    private final FuzzSeeds seeds;
    private final Random random;
    private final String name;
    private final Findings findings = new Findings();
    private final Seat player = new Seat();
    private final Seat stranger = new Seat();
    private int lives;

    /** A connection for texts; it stays until the server ends it. */
    private static final class Seat {
        private @Nullable WireClient client;
        private int refusals;

        void leave() throws IOException {
            if (client != null) {
                client.close();
                client = null;
            }
        }
    }

    enum Kind {
        TEXT,
        FRAMES,
        REQUEST
    }

    /**
     * What is sent.
     *
     * @param base64 its bytes, as a failure shows them
     * @param guest whether the sender has not logged in; texts only
     */
    record Mutant(Kind kind, String base64, boolean guest) {
        Mutant(Kind kind, byte[] bytes, boolean guest) {
            this(kind, Base64.getEncoder().encodeToString(bytes), guest);
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return kind + (guest ? " of a guest " : " ") + base64;
        }
    }

    /** What may come of a mutant; all else is wrong. */
    enum Way {
        /** One text in UTF-8 and within its size: one reply, and the connection stays. */
        TEXT_ANSWERED,
        /** Another text: 1007 or 1009. */
        TEXT_ENDED,
        /** A stranger's text: the tenth refusal ends the connection. */
        STRANGER_ENDED,
        /** Frames: closed with a code that is due; 1000 behind those in which nothing is wrong. */
        FRAMES_ENDED,
        /** Frames of which one is broken: no close frame is due. */
        FRAMES_DROPPED,
        /** The bytes stop within a frame. */
        FRAMES_CUT_SHORT,
        /** An HTTP request: a status below 500, or 501 and 505. */
        REQUEST_ANSWERED,
        /** A request whose head does not end. */
        REQUEST_CUT_SHORT
    }

    /** @param nanos until the answer, for each mutant; {@code slow}: those that took too long at first sight */
    record Findings(List<Long> nanos, List<Mutant> slow, List<String> wrong, Map<Way, Integer> ways) {
        Findings() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new EnumMap<>(Way.class));
        }
    }

    Fuzzer(int port, FuzzSeeds seeds, long seed, int count) {
        this.port = port;
        this.seeds = seeds;
        this.count = count;
        random = new Random(seed);
        name = "fuzz" + seed;
    }

    @Override
    public Findings call() throws IOException {
        Mutations texts = new Mutations(random, seeds.texts());
        Mutations frames = new Mutations(random, seeds.frames());
        Mutations requests = new Mutations(random, seeds.requests());
        for (int i = 0; i < count && findings.wrong().size() < WRONG_MAX; i++) {
            int percent = random.nextInt(100);
            Mutant mutant = percent < TEXTS_PERCENT
                    ? new Mutant(Kind.TEXT, texts.of(any(seeds.texts()), false), random.nextInt(10) == 0)
                    : percent < TEXTS_PERCENT + REQUESTS_PERCENT
                            ? new Mutant(Kind.REQUEST, requests.of(any(seeds.requests()), true), false)
                            : new Mutant(Kind.FRAMES, frames.of(any(seeds.frames()), false), false);
            long nanos = send(mutant);
            findings.nanos().add(nanos);
            if (nanos > SLOW_NANOS) {
                findings.slow().add(mutant);
            }
            if (findings.slow().size() > SLOW_MAX) {
                findings.wrong().add("more than " + SLOW_MAX + " slow answers");
                break;
            }
        }
        player.leave();
        stranger.leave();
        return findings;
    }

    /** What is known so far. */
    Findings findings() {
        return findings;
    }

    private byte[] any(List<byte[]> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Sends one and judges the answer; how long that took. */
    long send(Mutant mutant) throws IOException {
        long from;
        String wrong;
        switch (mutant.kind()) {
            case TEXT -> {
                Seat seat = mutant.guest() ? stranger : player;
                WireClient client = seated(seat);
                from = System.nanoTime();
                wrong = text(seat, client, mutant.bytes());
            }
            case FRAMES -> {
                try (WireClient client = WireClient.connect(port)) {
                    client.upgrade("/", "");
                    from = System.nanoTime();
                    wrong = frames(client, mutant.bytes());
                }
            }
            case REQUEST -> {
                from = System.nanoTime();
                wrong = request(mutant.bytes());
            }
            default -> throw new IllegalStateException();
        }
        if (!wrong.isEmpty()) {
            findings.wrong().add(wrong + ": " + mutant);
        }
        return System.nanoTime() - from;
    }

    /** Nothing is wrong. */
    private String fine(Way way) {
        findings.ways().merge(way, 1, Integer::sum);
        return "";
    }

    private WireClient seated(Seat seat) throws IOException {
        if (seat.client != null) {
            return seat.client;
        }
        WireClient client = WireClient.connect(port);
        client.upgrade("/", "");
        seat.client = client;
        seat.refusals = 0;
        if (seat == player) {
            lives++;
            client.sendText(Bot.frame("register", Map.of("username", name + "-" + lives)));
            if (!(client.hear() instanceof WireClient.Text(var reply)) || !reply.startsWith("{\"status\": true")) {
                throw new IOException("could not register");
            }
        }
        return client;
    }

    private String text(Seat seat, WireClient client, byte[] payload) throws IOException {
        client.send(WireClient.frame(WireClient.TEXT, payload));
        client.sendText(PROBE);
        Set<Integer> endings = FrameRules.endings(WireClient.frame(WireClient.TEXT, payload));
        int replies = 0;
        while (true) {
            switch (client.hear()) {
                case WireClient.Text(var text) -> {
                    if (text.contains("\"id\": \"probe\"")) {
                        return replies == 1 && endings.isEmpty()
                                ? fine(Way.TEXT_ANSWERED)
                                : replies + " replies, due was " + endings;
                    }
                    replies += text.startsWith("{\"status\": ") ? 1 : 0;
                    seat.refusals += text.startsWith("{\"status\": false") ? 1 : 0;
                }
                case WireClient.Closed(var code, var reason) -> {
                    seat.leave();
                    boolean enough = seat.refusals >= GUEST_REFUSALS_MAX && reason.equals("not_logged_in");
                    return endings.contains(code)
                            ? fine(Way.TEXT_ENDED)
                            : seat == stranger && enough
                                    ? fine(Way.STRANGER_ENDED)
                                    : "closed with " + code + " " + reason;
                }
                case WireClient.Dropped() -> {
                    seat.leave();
                    return "dropped, due was " + endings;
                }
                case WireClient.Silence() -> {
                    seat.leave();
                    return "no answer";
                }
            }
        }
    }

    /** The bytes, a goodbye, and the end: whatever they are, the server has to come to an end. */
    private String frames(WireClient client, byte[] bytes) throws IOException {
        byte[] all = new byte[bytes.length + GOODBYE.length];
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(GOODBYE, 0, all, bytes.length, GOODBYE.length);
        client.send(all);
        client.finish();
        Set<Integer> endings = FrameRules.endings(all);
        while (true) {
            switch (client.hear()) {
                case WireClient.Text _ -> {
                    // the answer to a message that survived
                }
                case WireClient.Closed(var code, var _) -> {
                    boolean cutOff = endings.isEmpty() && (code == 1002 || code == 1006 || code == 1007);
                    return cutOff
                            ? fine(Way.FRAMES_CUT_SHORT)
                            : endings.contains(code)
                                    ? fine(Way.FRAMES_ENDED)
                                    : "closed with " + code + ", due was " + endings;
                }
                case WireClient.Dropped() -> {
                    return endings.isEmpty()
                            ? fine(Way.FRAMES_CUT_SHORT)
                            : FrameRules.allowsDrop(endings) ? fine(Way.FRAMES_DROPPED) : "dropped, due was " + endings;
                }
                case WireClient.Silence() -> {
                    return "no end";
                }
            }
        }
    }

    /** A whole head is answered, and by no accident of the server's; a head without its end may be cut. */
    private String request(byte[] bytes) throws IOException {
        try (WireClient client = WireClient.connect(port)) {
            client.send(bytes);
            client.finish();
            String answer = new String(client.allThatComes(), StandardCharsets.ISO_8859_1);
            List<String> statuses = STATUS.matcher(answer)
                    .results()
                    .map(status -> status.group(1))
                    .toList();
            if (statuses.isEmpty()) {
                boolean whole = HEAD_END.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .find();
                return whole ? "not answered" : fine(Way.REQUEST_CUT_SHORT);
            }
            return statuses.stream()
                    .filter(status -> status.startsWith("5") && !BY_RULE.contains(status))
                    .findFirst()
                    .map(status -> "answered " + status)
                    .orElseGet(() -> fine(Way.REQUEST_ANSWERED));
        } catch (SocketTimeoutException e) {
            return "no answer";
        }
    }
}
