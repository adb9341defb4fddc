package io.botpit.benchmarks;

import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Side;
import io.botpit.game.Stamped;
import io.botpit.game.Trade;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Amount;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.TradingRules;
import java.util.List;
import java.util.stream.IntStream;

/** A whole game: admission, holds, matching, settlement, fees, events, invariants. Its order numbers are those of the stream. */
final class BotpitCore implements Book {
    /** Enough of each asset that nobody is ever refused. */
    private static final Amount RICHES = new Amount(1_000_000_000_000_000L);
    /** As if 5,000 came a second. */
    private static final int MICROS_BETWEEN = 200;

    private final GameController game = new GameController(rules());

    BotpitCore(int users) {
        List<PlayerId> players =
                IntStream.rangeClosed(1, users).mapToObj(PlayerId::new).toList();
        players.forEach(player -> apply(new RefereeAct.Admit(player, "user" + player.number())));
        players.forEach(player -> apply(new RefereeAct.Arrive(player)));
        apply(new RefereeAct.Start());
    }

    /** The open market without a collar, and with a taker's fee. */
    private static GameRules rules() {
        GameRules open = Presets.named(Presets.OPEN_MARKET, 1);
        return new GameRules(
                open.preset(),
                open.behaviorVersion(),
                open.seed(),
                open.instruments(),
                open.assets().stream().map(asset -> new Grant(asset, RICHES)).toList(),
                open.entry(),
                open.schedule(),
                new TradingRules(
                        false, false, true, MarkRule.MID, 0, 0, open.trading().takerFeePpm(), 0),
                open.limits());
    }

    @Override
    public void apply(Told told, Fills fills) {
        for (Event event : apply(new Command.PlayerCommand(told.player(), told.wish()))) {
            if (event instanceof Event.Traded(Trade trade)) {
                boolean buys = trade.takerSide() == Side.BUY;
                long buy = trade.buyOrder().number();
                long sell = trade.sellOrder().number();
                fills.fill(
                        buys ? buy : sell,
                        buys ? sell : buy,
                        trade.price().ticks(),
                        trade.size().lots());
            }
        }
    }

    private void apply(RefereeAct act) {
        apply(new Command.RefereeCommand("server", act));
    }

    private List<Event> apply(Command command) {
        return game.apply(new Stamped<>(game.sequence() + 1, game.now().plusMicros(MICROS_BETWEEN), command));
    }
}
