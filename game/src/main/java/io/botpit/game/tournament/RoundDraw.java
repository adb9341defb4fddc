package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Bout.Spot;
import java.util.ArrayList;
import java.util.List;

/** Round after round: the next one is drawn when all results of the last one are in. */
final class RoundDraw implements Draw {
    private final History history;
    private final Bout.Stage stage;
    private final Rota rota;
    private final int roundsBefore;
    private int drawn;
    private int cuts;
    private boolean deserted;

    RoundDraw(History history, Bout.Stage stage, Rota rota) {
        this.history = history;
        this.stage = stage;
        this.rota = rota;
        this.roundsBefore = history.round();
    }

    @Override
    public List<Draft> next(GameTime now) {
        if (drawn == rota.rounds() || !history.isSettled()) {
            return List.of();
        }
        cut();
        deserted = history.field().drawn().size() < 2;
        if (deserted) {
            return List.of();
        }
        drawn++;
        List<Draft> round = new ArrayList<>();
        for (List<PlayerId> seats : rota.tables(drawn)) {
            Spot spot = new Spot(stage, roundsBefore + drawn, round.size() + 1, 1);
            round.add(new Draft(spot, seats, false));
        }
        return round;
    }

    @Override
    public boolean isOver(GameTime now) {
        return (drawn == rota.rounds() || deserted) && history.isSettled();
    }

    @Override
    public Integer rounds() {
        return roundsBefore + rota.rounds();
    }

    /** How many cuts somebody survived. */
    @Override
    public Fraction reached(PlayerId player) {
        return Fraction.of(history.field().cutsSurvived(player), 1);
    }

    int drawn() {
        return drawn;
    }

    /** What was announced for the round that is over: only the best go on. */
    private void cut() {
        List<Plan.Cut> all = history.plan().cuts();
        if (cuts < all.size() && all.get(cuts).afterRound() == drawn) {
            List<PlayerId> best = new Ranking(history, history.scorebook(stage), this::reached)
                    .order(history.field().drawn());
            history.field().cut(best, all.get(cuts).keep());
            cuts++;
        }
    }
}
