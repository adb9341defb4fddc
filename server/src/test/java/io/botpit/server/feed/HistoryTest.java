package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.Stamped;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final int MAX = 1_000;

    private final History history = new History(MAX);

    private void add(long from, long to) {
        for (long sequence = from; sequence <= to; sequence++) {
            history.add(new Committed(new Stamped<>(sequence, GameTime.EPOCH, new Command.Tick()), List.of()));
        }
    }

    private void holds(long from, long to) {
        assertThat(history.after(0).stream().map(commit -> commit.command().sequence()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(from, to).boxed().toList());
        assertThat(history.covers(from - 1)).isTrue();
        assertThat(history.covers(from - 2)).isFalse();
    }

    @Test
    void itKeepsAllUpToSoManyAndThenTheNewest() {
        add(1, 65);
        holds(1, 65);

        add(66, MAX);
        holds(1, MAX);

        add(MAX + 1, 2 * MAX + 7);
        holds(MAX + 8, 2 * MAX + 7);
    }

    @Test
    void aGapForgetsWhatWasBefore() {
        add(1, 40);
        add(100, 180);

        holds(100, 180);
    }
}
