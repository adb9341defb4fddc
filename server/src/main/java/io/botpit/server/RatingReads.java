package io.botpit.server;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.rating.Pool;
import io.botpit.game.rating.Rating;
import io.botpit.persistence.RankLists;
import io.botpit.persistence.RankRow;
import io.botpit.persistence.RatingPoint;
import io.botpit.protocol.rest.BotRow;
import io.botpit.protocol.rest.LeaderboardPage.PoolSize;
import io.botpit.protocol.rest.PoolRating;
import io.botpit.protocol.rest.RatingFigures;
import io.botpit.protocol.rest.RatingHistory;
import io.botpit.server.feed.Figures;
import io.botpit.server.http.ArenaReads.Part;
import io.botpit.server.loop.Clocks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the REST interface shows of ratings, as they are at the moment of asking. Any thread. */
record RatingReads(RankLists lists, Clocks clocks) {
    private static final int VERSIONS = 200;
    private static final int DECIMALS = 2;

    List<PoolSize> pools() {
        List<PoolSize> pools = new ArrayList<>();
        lists.sizes().forEach((pool, bots) -> pools.add(new PoolSize(pool.code(), bots)));
        return pools;
    }

    /** The game that keeps later results from counting; null: none does. */
    @Nullable
    String waitsFor() {
        return lists.waitsFor().map(GameId::text).orElse(null);
    }

    /** A part of a pool's list, best first. */
    List<RankRow> list(Pool pool, Part part) {
        return lists.list(pool, clocks.now()).stream()
                .skip(part.after())
                .limit(part.limit())
                .toList();
    }

    /** In which pools they are rated, and how; who is rated nowhere is not in it. */
    Map<PlayerId, List<PoolRating>> of(Collection<PlayerId> players) {
        Set<PlayerId> wanted = Set.copyOf(players);
        Map<PlayerId, List<PoolRating>> ratings = new LinkedHashMap<>();
        for (Pool pool : lists.sizes().keySet()) {
            for (RankRow row : lists.list(pool, clocks.now())) {
                if (wanted.contains(row.now().player())) {
                    ratings.computeIfAbsent(row.now().player(), _ -> new ArrayList<>())
                            .add(new PoolRating(pool.code(), row.now().rank(), figures(row)));
                }
            }
        }
        return ratings;
    }

    BotRow.Strength strength(PlayerId player) {
        return new BotRow.Strength(
                of(List.of(player)).getOrDefault(player, List.of()),
                lists.versions(player, VERSIONS).stream()
                        .map(row -> new BotRow.Version(row.version(), Figures.millis(row.announcedAt())))
                        .toList());
    }

    RatingHistory history(PlayerId player, String name, Pool pool, Part part) {
        return new RatingHistory(
                name,
                pool.code(),
                lists.history(player, pool, part.limit(), part.after()).stream()
                        .map(RatingReads::point)
                        .toList());
    }

    static RatingFigures figures(RankRow row) {
        Rating shown = row.now().shown();
        Integer before = row.rankBefore();
        return new RatingFigures(
                decimal(shown.value()),
                decimal(shown.deviation()),
                decimal(shown.low()),
                decimal(shown.high()),
                shown.isProvisional(),
                row.now().separable(),
                before == null ? null : before - row.now().rank(),
                row.now().held().games());
    }

    private static RatingHistory.Point point(RatingPoint point) {
        Rating after = point.change().after().rating();
        return new RatingHistory.Point(
                point.change().game().text(),
                decimal(point.change().before().value()),
                decimal(after.value()),
                decimal(after.deviation()),
                Figures.millis(point.endedAt()));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
