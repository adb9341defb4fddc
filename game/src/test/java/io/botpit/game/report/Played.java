package io.botpit.game.report;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.Stamped;
import io.botpit.game.TimeInForce;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.TradingRules;
import java.math.BigInteger;
import java.util.List;

/** A game between players 1, 2 and so on, played second by second and followed by a reporter. One thread. */
final class Played {
    private static final Symbol BTC = new Symbol("BTC/USD");

    private final GameController game;
    private final Reporter reporter;
    private SelfTradePrevention prevention = SelfTradePrevention.CANCEL_TAKER;
    private long micros;

    /** With a mark in the middle of the book, and no collar. */
    Played(int players, int takerFeePpm) {
        GameRules open = Presets.named(Presets.OPEN_MARKET, 1);
        GameRules rules = new GameRules(
                open.preset(),
                open.behaviorVersion(),
                open.seed(),
                open.instruments(),
                open.grants(),
                open.entry(),
                open.schedule(),
                new TradingRules(false, false, true, MarkRule.MID, 0, 0, takerFeePpm, 0),
                open.limits());
        game = new GameController(rules);
        reporter = new Reporter(rules);
        apply(new Command.Tick());
        for (int player = 1; player <= players; player++) {
            referee(new RefereeAct.Admit(new PlayerId(player), "p" + player));
        }
    }

    /** What happens from now on to orders that meet another of their owner. */
    void prevent(SelfTradePrevention mode) {
        prevention = mode;
    }

    /** Coins at dollars for each; answers the order's number. */
    long order(int player, Side side, long coins, long dollars) {
        var kind = new OrderKind.Limit(
                new Price(dollars * 100), new Quantity(coins * 100_000_000), TimeInForce.GOOD_TILL_CANCELLED);
        return apply(new Command.PlayerCommand(
                        new PlayerId(player), new Intent.PlaceOrder(BTC, side, kind, prevention, null)))
                .stream()
                .filter(Event.Accepted.class::isInstance)
                .map(accepted -> ((Event.Accepted) accepted).order().id().number())
                .findFirst()
                .orElse(0L);
    }

    void cancel(int player, long order) {
        apply(new Command.PlayerCommand(
                new PlayerId(player), new Intent.CancelOrder(new OrderReference.ByNumber(new OrderId(order)))));
    }

    void referee(RefereeAct act) {
        apply(new Command.RefereeCommand("test", act));
    }

    void waitMillis(long millis) {
        micros += millis * 1_000;
    }

    GameReport end() {
        referee(new RefereeAct.End(EndCause.REFEREE));
        return reporter.report();
    }

    GameReport annul() {
        referee(new RefereeAct.Annul("test"));
        return reporter.report();
    }

    static BigInteger dollars(long dollars) {
        return BigInteger.valueOf(dollars).multiply(BigInteger.valueOf(10_000_000_000L));
    }

    static BotReport of(GameReport report, int player) {
        return report.bots().stream()
                .filter(bot -> bot.player().number() == player)
                .findFirst()
                .orElseThrow();
    }

    private List<Event> apply(Command command) {
        Stamped<Command> stamped = new Stamped<>(game.sequence() + 1, new GameTime(micros), command);
        Committed commit = new Committed(stamped, game.apply(stamped));
        reporter.see(commit);
        return commit.events();
    }
}
