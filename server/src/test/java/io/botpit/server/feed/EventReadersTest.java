package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.server.link.Frames;
import io.botpit.server.link.Link;
import io.botpit.server.link.Outbox;
import io.botpit.server.link.OutboxLimits;
import io.botpit.server.link.Outboxes;
import io.botpit.server.rig.Hand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReadersTest {
    private static final int MANY = 1_000;

    private final Hand hand = new Hand();
    private final EventReaders readers = new EventReaders(
            hand, new FeedWorks(new ArenaDialect(), hand, hand, hand, FeedLimits.STANDARD, new CopyRoom()));
    private final Outboxes outboxes = new Outboxes(OutboxLimits.STANDARD);

    /** Remembers which frames came together, and which of them are shared. */
    private static final class Batches implements Link {
        private final List<List<String>> sent = new ArrayList<>();
        private final List<Frames> shared = new ArrayList<>();

        @Override
        public void send(String frame, Consumer<@Nullable Throwable> done) {
            sendAll(new Frames(List.of(frame)), done);
        }

        @Override
        public void sendAll(Frames frames, Consumer<@Nullable Throwable> done) {
            sent.add(frames.texts());
            shared.add(frames);
            done.accept(null);
        }

        @Override
        public void close(int code, String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public String address() {
            return "10.0.0.7";
        }
    }

    private Batches reader() {
        Batches link = new Batches();
        Outbox outbox = outboxes.open(link);
        readers.add(outbox);
        return link;
    }

    private List<Batches> manyReaders(int count) {
        List<Batches> all = Stream.generate(this::reader).limit(count).toList();
        readers.publish(List.of("hello"));
        hand.pass(Duration.ofSeconds(1));
        return all;
    }

    /** How many have heard something after the greeting. */
    private static long served(List<Batches> all) {
        return all.stream().filter(reader -> reader.sent.size() > 1).count();
    }

    @Test
    void whatWasPublishedBeforeItsTurnComesLeavesTogether() {
        Batches reader = reader();

        readers.publish(List.of("a"));
        readers.publish(List.of());
        readers.publish(List.of("b", "c"));
        assertThat(reader.sent).isEmpty();
        hand.settle();
        readers.publish(List.of("d"));
        hand.settle();

        assertThat(reader.sent).containsExactly(List.of("a", "b", "c"), List.of("d"));
    }

    @Test
    void whoeverComesHearsNothingOfWhatWasBefore() {
        Batches early = reader();

        readers.publish(List.of("a"));
        Batches late = reader();
        readers.publish(List.of("b"));
        hand.settle();

        assertThat(early.sent).containsExactly(List.of("a", "b"));
        assertThat(late.sent).containsExactly(List.of("b"));
    }

    @Test
    void manyAreServedAFewAtATimeAndMissNothing() {
        List<Batches> all = manyReaders(MANY);

        readers.publish(List.of("a"));
        hand.settle();
        assertThat(served(all)).isEqualTo(50);
        readers.publish(List.of("b"));
        hand.settle();
        assertThat(served(all)).isEqualTo(50);
        hand.pass(Duration.ofMillis(5));
        assertThat(served(all)).isEqualTo(100);
        readers.publish(List.of("c"));
        hand.pass(Duration.ofMillis(90));
        assertThat(served(all)).isEqualTo(MANY);
        hand.pass(Duration.ofMillis(100));

        assertThat(all)
                .allSatisfy(reader ->
                        assertThat(reader.sent).containsExactly(List.of("hello"), List.of("a"), List.of("b", "c")));
    }

    @Test
    void manyWhoComeTogetherAreServedLikeTheOthersAndShareWhatTheyGet() {
        Batches early = reader();
        readers.publish(List.of("a"));
        List<Batches> all = Stream.generate(this::reader).limit(MANY).toList();
        readers.publish(List.of("b"));

        hand.settle();
        assertThat(all).filteredOn(reader -> !reader.sent.isEmpty()).hasSize(49);
        hand.pass(Duration.ofMillis(105));

        assertThat(early.sent).containsExactly(List.of("a", "b"));
        assertThat(all)
                .allSatisfy(reader -> assertThat(reader.sent).containsExactly(List.of("b")))
                .allSatisfy(reader -> assertThat(reader.shared).isEqualTo(all.getFirst().shared));
    }

    @Test
    void nobodyWaitsLongerThanABeatHoweverManyThereAre() {
        List<Batches> all = manyReaders(8 * MANY);

        readers.publish(List.of("a"));
        hand.settle();
        hand.pass(FeedLimits.STANDARD.beat());

        assertThat(served(all)).isEqualTo(8 * MANY);
    }

    @Test
    void aFewNeverWait() {
        List<Batches> all = manyReaders(9);

        for (String frame : List.of("a", "b", "c")) {
            readers.publish(List.of(frame));
            hand.settle();
        }

        assertThat(all)
                .allSatisfy(reader -> assertThat(reader.sent)
                        .containsExactly(List.of("hello"), List.of("a"), List.of("b"), List.of("c")));
    }

    @Test
    void whereTooMuchIsGatheredNobodyRests() {
        List<Batches> all = manyReaders(MANY);

        for (int i = 0; i < EventReaders.FRAMES_GATHERED_MAX; i++) {
            readers.publish(List.of("a"));
        }

        assertThat(all)
                .allSatisfy(reader -> assertThat(reader.sent.getLast()).hasSize(EventReaders.FRAMES_GATHERED_MAX));
    }

    @Test
    void whoLeavesWhileOthersAreServedHearsNothingMore() {
        List<Batches> all = manyReaders(MANY);
        Batches last = new Batches();
        Outbox outbox = outboxes.open(last);
        readers.add(outbox);

        readers.publish(List.of("a"));
        readers.remove(outbox);
        hand.pass(Duration.ofSeconds(1));

        assertThat(last.sent).isEmpty();
        assertThat(served(all)).isEqualTo(MANY);
    }

    @Test
    void allIsToldAtOnceWhenItIsAskedFor() {
        List<Batches> all = manyReaders(MANY);

        readers.publish(List.of("a"));
        hand.settle();
        readers.publish(List.of("b"));
        readers.flush();

        assertThat(all)
                .allSatisfy(reader ->
                        assertThat(reader.sent.stream().flatMap(List::stream)).containsExactly("hello", "a", "b"));
    }
}
