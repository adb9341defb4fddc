package io.botpit.server.feed;

import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.NowList.Leader;
import io.botpit.protocol.rest.NowList.Look;
import io.botpit.protocol.rest.NowList.NowGame;
import io.botpit.protocol.rest.NowList.Time;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A game as one sees it in passing. Immutable; made by the feed, read by any thread.
 *
 * @param phase of the picture
 * @param clock likewise
 * @param leadChangedAt in the last minute, in epoch milliseconds
 * @param scores of all, the best first
 * @param lead the gap between the first two; null: there are none
 */
public record Glance(
        Subject subject,
        GamePhase phase,
        GameView.Clock clock,
        List<Long> leadChangedAt,
        List<Double> scores,
        @Nullable String lead,
        List<Leader> leaders,
        int viewers) {
    static final long WINDOW_MILLIS = 60_000;

    public Glance {
        leadChangedAt = List.copyOf(leadChangedAt);
        scores = List.copyOf(scores);
        leaders = List.copyOf(leaders);
    }

    /** At a moment that may be later than the picture. */
    public NowGame at(GameTime now) {
        long limit = subject.rules().schedule().timeLimitMillis();
        Long left = left(now);
        double played = limit == 0 || left == null ? 0 : 1 - Math.clamp((double) left / limit, 0.0, 1.0);
        int changes = (int) leadChangedAt.stream()
                .filter(when -> Figures.millis(now) - when <= WINDOW_MILLIS)
                .count();
        return new NowGame(
                subject.game().text(),
                subject.title(),
                subject.rules().preset(),
                Word.of(phase),
                scores.size(),
                new Time(left, limit == 0 ? null : limit),
                new Look(viewers, Interest.of(changes, scores, played), lead),
                leaders);
    }

    private @Nullable Long left(GameTime now) {
        GameTime endsAt = clock.endsAt();
        return endsAt == null
                ? clock.leftMillis()
                : Long.valueOf(Math.max(0, Figures.millis(endsAt) - Figures.millis(now)));
    }
}
