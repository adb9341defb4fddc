package io.botpit.server.feed;

import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who lost more than a twentieth of what was his at best; told again only after he had recovered. */
final class Drawdowns implements Template {
    private static final int PERCENT_TOLD = 5;

    private final Map<PlayerId, Amount> peaks = new HashMap<>();
    private final Set<PlayerId> down = new HashSet<>();

    @Override
    public List<News> see(GameView view) {
        List<News> news = new ArrayList<>();
        for (Standing row : view.standings()) {
            Amount peak = peaks.merge(row.player(), row.equity(), (a, b) -> a.compareTo(b) < 0 ? b : a);
            double percent = 100.0 * (peak.units() - row.equity().units()) / Math.max(1, peak.units());
            if (percent <= PERCENT_TOLD) {
                down.remove(row.player());
            } else if (down.add(row.player())) {
                news.add(News.of(StoryKind.DRAWDOWN, row.name(), " is more than 5 % below the best it had"));
            }
        }
        return news;
    }
}
