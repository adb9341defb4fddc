package io.botpit.server.tournament;

import io.botpit.game.rating.Pool;
import io.botpit.game.rules.Presets;
import io.botpit.game.tournament.Format;
import io.botpit.game.tournament.Plan;

/** Whose ratings count for a tournament: those of the kind of game that it plays. Stateless. */
final class BoutPool {
    private static final int DUEL = 2;

    private BoutPool() {}

    static Pool of(Plan plan) {
        boolean fair = Presets.named(plan.bouts().preset(), 0).trading().batchMillis() > 0;
        if (isDuel(plan.format())) {
            return fair ? Pool.DUEL_FAIR : Pool.DUEL_RACE;
        }
        return fair ? Pool.FREE_FOR_ALL_FAIR : Pool.FREE_FOR_ALL_RACE;
    }

    private static boolean isDuel(Format format) {
        return switch (format) {
            case Format.RoundRobin _, Format.SwissDuels _, Format.Knockout _ -> true;
            case Format.Groups(var _, var bouts, var _) -> bouts == 0;
            case Format.Tables(var size, var _) -> size == DUEL;
            case Format.Window(var size, var _, var _) -> size == DUEL;
            case Format.SwissTables _, Format.KnockoutTables _ -> false;
        };
    }
}
