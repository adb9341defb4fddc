package io.botpit.server.local;

import io.botpit.bots.Side;
import io.botpit.bots.Update;
import io.botpit.game.Answer;
import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.Trade;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import io.botpit.server.loop.GameLoop;
import io.botpit.server.loop.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Lets the players of one game beat in turn, from now on, half a second between two beats of the same. One thread. */
final class Table {
    static final long BEAT_MICROS = 500_000;

    private final VirtualTime time;
    private final GameRules rules;
    private final GameLoop loop;
    private final GameTime began;
    private final List<Chair> chairs = new ArrayList<>();
    private long beats;

    /** @param loop runs on that time */
    Table(VirtualTime time, GameRules rules, GameLoop loop) {
        this.time = time;
        this.rules = rules;
        this.loop = loop;
        this.began = time.now();
        loop.listen(this::happened);
    }

    private void happened(List<Committed> batch) {
        for (Committed commit : batch) {
            for (Event event : commit.events()) {
                if (event instanceof Event.Traded(var trade)) {
                    Update.Traded told = told(trade);
                    chairs.forEach(chair -> chair.hear(told));
                }
            }
        }
    }

    private Update.Traded told(Trade trade) {
        Instrument market = rules.instrument(trade.symbol()).orElseThrow();
        return new Update.Traded(
                market.symbol().text(),
                BigDecimal.valueOf(trade.price().ticks(), market.priceDecimals()),
                BigDecimal.valueOf(trade.size().lots(), market.sizeDecimals()),
                Side.valueOf(trade.takerSide().name()));
    }

    /** The moment of the game after so many milliseconds. */
    GameTime after(long millis) {
        return began.plusMillis(millis);
    }

    void seat(Chair chair) {
        chairs.add(chair);
    }

    /** Plays up to a moment of the game, or until it is over. */
    void playUntil(GameTime end) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = step(end);
        }
    }

    /** Goes on to the next beat and plays it, or to the end; false: that is where it is now. */
    boolean step(GameTime end) {
        GameTime next = nextBeat(end);
        if (!next.isBefore(end) || isOver()) {
            time.passTo(end);
            return false;
        }
        time.passTo(next);
        if (!isOver()) {
            chairs.get((int) (beats++ % chairs.size())).beat();
            time.settle();
        }
        return true;
    }

    boolean isOver() {
        GamePhase phase = view().phase();
        return phase == GamePhase.ENDED || phase == GamePhase.VOID;
    }

    /** A recent picture of the game: a quarter of a second old at most, and never of an earlier phase. */
    GameView view() {
        return loop.view();
    }

    GameTime now() {
        return time.now();
    }

    GameRules rules() {
        return rules;
    }

    /** What the game answers now, in the order of the questions. */
    List<Answer> answers(List<Query> queries) {
        List<Answer> answers = new ArrayList<>();
        boolean heard = loop.ask(queries, outcome -> {
            if (outcome instanceof Outcome.Done(var reading)) {
                answers.addAll(reading.answers());
            }
        });
        time.settle();
        if (!heard || answers.size() < queries.size()) {
            throw new IllegalStateException("the game does not answer at " + now());
        }
        return answers;
    }

    /** Hands in what a player wants. */
    void act(PlayerId player, Intent intent) {
        if (!loop.submit(new Command.PlayerCommand(player, intent), _ -> {})) {
            throw new IllegalStateException("more wishes of one beat than the game takes");
        }
    }

    /** A table without players waits for nobody. */
    private GameTime nextBeat(GameTime end) {
        return chairs.isEmpty() ? end : began.plusMicros(BEAT_MICROS * beats / chairs.size());
    }
}
