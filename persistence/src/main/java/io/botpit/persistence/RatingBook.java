package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.BOT_VERSION;

import io.botpit.game.rating.Held;
import io.botpit.game.rating.Listed;
import io.botpit.game.rating.RatingChange;
import io.botpit.game.rating.Ratings;
import io.botpit.game.rating.Rewrites;
import io.botpit.persistence.RatingFacts.Numbered;
import io.botpit.persistence.RatingTables.Progress;
import io.botpit.persistence.RatingTables.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Brings the ratings to where the results are, and how far they are in the same transaction: a game counts once. For one
 * thread.
 */
record RatingBook(DSLContext sql) {
    private static final int GAMES_PER_TURN = 500;

    /** Some games of the list, and what they did. */
    record Turn(Progress reached, List<Step> steps) {}

    /** Takes all results whose time has come. */
    void update() {
        while (sql.transactionResult(tx -> new RatingBook(DSL.using(tx)).turn())) {
            // there may be more
        }
    }

    /** Throws all ratings away if they are not what the results give: a game was annulled, or came back from a copy. */
    void repair() {
        RatingSheet sheet = new RatingSheet(sql);
        if (!sheet.sha256OfStored().equals(sheet.sha256OfComputed())) {
            sql.transaction(tx -> new RatingTables(DSL.using(tx)).clear());
        }
    }

    private boolean turn() {
        RatingTables tables = new RatingTables(sql);
        Progress before = tables.progress();
        if (before.listed() == 0) {
            tables.clear();
        }
        List<Held> held = tables.held(DSL.noCondition());
        Ratings ratings = new Ratings(held, before.epoch());
        Turn turn = take(ratings, before, GAMES_PER_TURN);
        if (turn.reached().equals(before)) {
            return false;
        }
        tables.add(turn.steps());
        Set<Held> unchanged = new HashSet<>(held);
        tables.replace(ratings.all().stream()
                .filter(after -> !unchanged.contains(after))
                .toList());
        tables.reach(turn.reached());
        return true;
    }

    /** Takes the games behind those that are taken, as far as their time has come. */
    Turn take(Ratings ratings, Progress from, int games) {
        RatingFacts facts = new RatingFacts(sql);
        List<Numbered> listed = facts.after(from.listed(), games);
        int due = Ratings.due(listed.stream().map(Numbered::game).toList()).size();
        List<Step> steps = new ArrayList<>();
        if (due > 0) {
            Rewrites rewrites = facts.rewrites(BOT_VERSION.PLAYER_ID.in(players(listed.subList(0, due))));
            for (Numbered next : listed.subList(0, due)) {
                if (next.game() instanceof Listed.Result result) {
                    for (RatingChange change : ratings.take(result, rewrites)) {
                        steps.add(new Step(next.number(), result.course().endedAt(), change));
                    }
                }
            }
        }
        int reached = due == 0 ? from.listed() : listed.get(due - 1).number();
        return new Turn(new Progress(reached, ratings.epoch()), steps);
    }

    private static Set<Integer> players(List<Numbered> games) {
        Set<Integer> players = new HashSet<>();
        for (Numbered numbered : games) {
            if (numbered.game() instanceof Listed.Result result) {
                result.seats().forEach(seat -> players.add(seat.player().number()));
            }
        }
        return players;
    }
}
