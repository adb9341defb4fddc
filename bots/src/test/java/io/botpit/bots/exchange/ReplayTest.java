package io.botpit.bots.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.bots.Recording;
import io.botpit.bots.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a recorder wrote down of gaps, of lost connections and of several games is told as the live client told it. */
class ReplayTest {
    private static final String GAP = """
            {"receive": {"type": "book", "seq": 20, "prev": 19, "books": {"BTC/USD": {"bids": [["999.00", "9"]], "asks": []}}}}""";
    private static final String TRADE_GAP = trade(30, 29, "1001.00");
    private static final String ANSWER =
            "{\"receive\": {\"status\": true, \"message\": \"\", \"data\": {\"seq\": 30}}}";

    private final List<ExchangeEvent> told = new ArrayList<>();

    @Test
    void nothingIsBuiltOnAGapUntilTheSnapshotIsThere() throws IOException {
        List<String> lines = new ArrayList<>(start());
        lines.add(GAP);
        lines.add(GAP.replace("20", "21").replace("19", "20"));
        Replay replay = connected(lines);
        replay.playUntil(Instant.MAX);
        assertThat(replay.book("BTC/USD").join().bestBid())
                .hasValueSatisfying(bid -> assertThat(bid.price()).isEqualTo("995.00"));
        assertThat(told)
                .filteredOn(ExchangeEvent.Trouble.class::isInstance)
                .singleElement()
                .satisfies(
                        trouble -> assertThat(trouble.toString()).contains("code=gap", "something of book was lost"));

        lines.addAll(books(22, "997.00"));
        Replay mended = connected(lines);
        mended.playUntil(Instant.MAX);

        assertThat(mended.book("BTC/USD").join().bids())
                .extracting(level -> level.price().toString())
                .containsExactly("997.00");
    }

    @Test
    void aGapInWhatOnlyHappenedIsToldAndPassedOver() throws IOException {
        List<String> lines = new ArrayList<>(start());
        lines.add(trade(11, 10, "1000.00"));
        lines.add(TRADE_GAP);
        Replay replay = connected(lines);

        replay.playUntil(Instant.MAX);

        assertThat(kinds("Trouble", "Trade")).containsExactly("Trade", "Trouble", "Trade");
    }

    @Test
    void itIsReadyAgainOnlyWhenTheResumeIsThrough() throws IOException {
        List<String> lines = new ArrayList<>(start());
        lines.add("{\"cut\": \"gone\"}");
        lines.add(start().getFirst());
        lines.add(ANSWER);
        lines.add(trade(11, 10, "1000.00"));
        lines.add(trade(12, 11, "1001.00"));
        Replay replay = connected(lines);
        replay.playUntil(Instant.MAX);
        assertThat(kinds("Connected", "Disconnected", "Trade"))
                .containsExactly("Connected", "Disconnected", "Trade", "Trade");
        assertThat(replay.state()).isEqualTo(ExchangeClient.State.CONNECTING);

        told.clear();
        lines.add(ANSWER);
        connected(lines).playUntil(Instant.MAX);

        assertThat(kinds("Connected", "Disconnected", "Trade"))
                .containsExactly("Connected", "Disconnected", "Trade", "Trade", "Connected");
    }

    @Test
    void whereNothingCanBeResumedTheSnapshotsMakeItReady() throws IOException {
        List<String> lines = new ArrayList<>(start());
        lines.add("{\"cut\": \"gone\"}");
        lines.addAll(start());
        Replay replay = connected(lines);

        replay.playUntil(Instant.MAX);

        assertThat(kinds("Connected", "Disconnected")).containsExactly("Connected", "Disconnected", "Connected");
    }

    @Test
    void anotherGameHasAnotherPast() throws IOException {
        List<String> lines = new ArrayList<>(start());
        lines.add(trade(11, 10, "1000.00"));
        lines.add("{\"tick\": 1000}");
        lines.add(start().getFirst().replace("\"demo\"", "\"next\""));
        Replay replay = connected(lines);
        replay.playUntil(replay.now().plusMillis(500));
        assertThat(replay.tradeHistory("BTC/USD", Instant.EPOCH, Instant.MAX).join())
                .hasSize(1);

        replay.playUntil(Instant.MAX);

        assertThat(replay.tradeHistory("BTC/USD", Instant.EPOCH, Instant.MAX).join())
                .isEmpty();
        assertThat(replay.book("BTC/USD").join().bids()).isEmpty();
        assertThat(replay.ticker("BTC/USD").join().last()).isNull();
    }

    @Test
    void aRecordingWithoutTheSnapshotsFailsToConnect() throws IOException {
        Replay replay = new Replay(start().subList(0, 3));

        assertThatThrownBy(replay.connect()::join).hasMessageContaining("ends before the exchange is ready");
    }

    @Test
    void whatAWireStillBringsThatWasGivenUpIsNotWrittenDown() throws IOException {
        List<String> lines = new ArrayList<>();
        List<Wire.Listener> wires = new ArrayList<>();
        Wire.Dialer recorder = Recording.of(
                listener -> {
                    wires.add(listener);
                    return new Mute();
                },
                InstantSource.fixed(Instant.EPOCH),
                lines::add);
        String push = "{\"type\": \"trades\", \"seq\": %s, \"prev\": 0, \"trades\": []}";

        recorder.open(new Deaf());
        recorder.open(new Deaf());
        wires.getFirst().onText(push.formatted(1));
        wires.getLast().onText(push.formatted(2));
        wires.getLast().onText("{\"status\": true, \"message\": \"Registered\", \"data\": \"token\"}");
        wires.getLast().onText("{\"status\": true, \"message\": \"Subscribed.\", \"data\": {\"seq\": 2}}");
        wires.getFirst().onClose("late");
        wires.getLast().onClose("gone");

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).isEqualTo("{\"cut\": \"given up\"}");
        assertThat(lines.get(1)).contains("\"seq\": 2", "trades");
        assertThat(lines.get(2)).contains("Subscribed");
        assertThat(lines.getLast()).isEqualTo("{\"cut\": \"gone\"}");
    }

    private Replay connected(List<String> lines) {
        Replay replay = new Replay(lines);
        replay.listen(told::add);
        replay.connect().join();
        return replay;
    }

    private List<String> kinds(String... wanted) {
        return told.stream()
                .map(event -> event.getClass().getSimpleName())
                .filter(List.of(wanted)::contains)
                .toList();
    }

    /** The greeting and the snapshots of a game. */
    private static List<String> start() throws IOException {
        try (InputStream in = ReplayTest.class.getResourceAsStream("spread.jsonl")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(7)
                    .toList();
        }
    }

    private static List<String> books(long seq, String bid) {
        return Map.of("BTC/USD", "[[\"" + bid + "\", \"1\"]]", "ETH/USD", "[]").entrySet().stream()
                .map(book -> """
                        {"receive": {"type": "book", "seq": %s, "prev": 0, "snapshot": true, "books": {"%s": {"bids": %s, "asks": []}}}}""".formatted(seq, book.getKey(), book.getValue()))
                .toList();
    }

    private static String trade(long seq, long prev, String price) {
        return """
                {"receive": {"type": "trades", "seq": %s, "prev": %s, "trades": [{"timestamp": 1767225601.0,\
                 "symbol": "BTC/USD", "price": "%s", "size": "1", "taker": "buy", "buy_id": "b", "sell_id": "s"}]}}""".formatted(seq, prev, price);
    }

    /** Says nothing to anybody. */
    private static final class Mute implements Wire {
        @Override
        public void send(String text) {}

        @Override
        public void close() {}
    }

    /** Hears nothing. */
    private static final class Deaf implements Wire.Listener {
        @Override
        public void onText(String text) {}

        @Override
        public void onClose(String reason) {}
    }
}
