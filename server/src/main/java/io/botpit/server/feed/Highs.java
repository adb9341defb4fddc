package io.botpit.server.feed;

import io.botpit.game.GameTime;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import java.util.List;

/** A score that nobody had before in this game. In the first seconds every score is one. */
final class Highs implements Template {
    private static final long MICROS_OF_SILENCE = 30_000_000;

    private final Asset money;
    private Amount highest = Amount.ZERO;

    Highs(Asset money) {
        this.money = money;
    }

    @Override
    public List<News> see(GameView view) {
        if (view.standings().isEmpty()) {
            return List.of();
        }
        Standing first = view.standings().getFirst();
        if (first.score().compareTo(highest) <= 0) {
            return List.of();
        }
        highest = first.score();
        GameTime start = view.clock().startedAt();
        if (start == null || view.now().microsSince(start) < MICROS_OF_SILENCE) {
            return List.of();
        }
        String score = Figures.money(money, highest).toPlainString();
        return List.of(News.of(StoryKind.HIGH, first.name(), " has the highest score so far: " + score));
    }
}
