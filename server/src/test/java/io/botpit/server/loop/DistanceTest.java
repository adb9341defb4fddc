package io.botpit.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.Intent;
import io.botpit.game.OrderKind;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.port.EventStore;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.server.rig.Hand;
import io.botpit.server.rig.Rig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Eight bots that all do the same: whenever a bargain stands in the book, they snap at it. Only their distance from the
 * server differs, 0 to 40 ms. In virtual time.
 */
class DistanceTest {
    private static final int GAMES = Integer.getInteger("botpit.games", 100);
    private static final int BARGAINS = 12;
    private static final int BOTS = 8;
    private static final int FARTHEST_MILLIS = 40;
    private static final PlayerId MAKER = new PlayerId(BOTS + 1);
    private static final EventStore NOWHERE = new EventStore() {
        @Override
        public void append(List<Committed> batch) {}

        @Override
        public void close() {}
    };

    /** Beyond this of a standard normal variable lie one in twenty, on both sides together. */
    private static final double ONE_IN_TWENTY = 1.96;

    @Test
    void inFairModeDistanceDoesNotCount() {
        assertThat(Math.abs(kendall(50))).isLessThan(ONE_IN_TWENTY);
    }

    @Test
    void inRaceModeItDoes() {
        assertThat(kendall(0)).isGreaterThan(5 * ONE_IN_TWENTY);
    }

    /** Kendall's S of nearness and success, over all games, in standard deviations of what chance alone would give. */
    private static double kendall(int batchMillis) {
        double agreement = 0;
        double variance = 0;
        for (int game = 0; game < GAMES; game++) {
            int[] caught = new Contest(batchMillis, game).play();
            agreement += agreement(caught);
            variance += variance(caught);
        }
        return agreement / Math.sqrt(variance);
    }

    /** Pairs in which the nearer bot caught more, less those in which it caught less. */
    private static int agreement(int[] caught) {
        int agreement = 0;
        for (int near = 0; near < BOTS; near++) {
            for (int far = near + 1; far < BOTS; far++) {
                agreement += Integer.signum(caught[near] - caught[far]);
            }
        }
        return agreement;
    }

    /** Kendall, "Rank Correlation Methods", with the correction for ties in one of the rankings. */
    private static double variance(int[] caught) {
        double sum = term(BOTS);
        for (int value = 0; value <= BARGAINS; value++) {
            int ties = 0;
            for (int one : caught) {
                ties += one == value ? 1 : 0;
            }
            sum -= term(ties);
        }
        return sum / 18;
    }

    private static double term(int n) {
        return n * (n - 1.0) * (2.0 * n + 5);
    }

    /** One game: at moments of chance somebody offers one lot, and who gets it has caught it. */
    private static final class Contest implements CommitListener {
        private final Hand hand = new Hand();
        private final Dice dice;
        private final GameRules rules;
        private final GameLoop loop;
        private final int[] caught = new int[BOTS];

        Contest(int batchMillis, long seed) {
            dice = new Dice(seed).split("moments");
            rules = Rig.inBatches(Presets.named(Presets.OPEN_MARKET, new Dice(seed).next()), batchMillis);
            Machinery machinery = new Machinery(hand, hand, hand, (_, _) -> {}, LoopLimits.STANDARD);
            loop = new GameLoop(new GameId("g1"), new GameController(rules), NOWHERE, machinery);
            loop.listen(this);
        }

        int[] play() {
            loop.start();
            for (int number = 1; number <= MAKER.number(); number++) {
                RefereeAct in = new RefereeAct.Admit(new PlayerId(number), "p" + number);
                loop.owe(new RefereeCommand("server", in), _ -> {});
            }
            hand.settle();
            for (int i = 0; i < BARGAINS; i++) {
                hand.pass(Duration.ofMillis(200).plusNanos(1_000L * dice.below(200_000)));
                wish(MAKER, Side.SELL, TimeInForce.GOOD_TILL_CANCELLED);
            }
            hand.pass(Duration.ofSeconds(1));
            return caught;
        }

        private void wish(PlayerId player, Side side, TimeInForce until) {
            OrderKind kind = new OrderKind.Limit(new Price(100_000), new Quantity(100_000), until);
            Command order = new PlayerCommand(
                    player,
                    new Intent.PlaceOrder(
                            rules.firstInstrument().symbol(), side, kind, SelfTradePrevention.CANCEL_TAKER, null));
            loop.submit(order, _ -> {});
            hand.settle();
        }

        @Override
        public void committed(List<Committed> batch) {
            for (Committed commit : batch) {
                for (Event event : commit.events()) {
                    if (event instanceof Event.LevelChanged level && level.side() == Side.SELL) {
                        if (!level.level().size().equals(Quantity.NONE)) {
                            snap();
                        }
                    } else if (event instanceof Event.Filled filled
                            && filled.fill().side() == Side.BUY) {
                        caught[filled.fill().owner().number() - 1]++;
                    }
                }
            }
        }

        /** All hear of it at once, and what each sends needs its time. */
        private void snap() {
            for (int bot = 0; bot < BOTS; bot++) {
                PlayerId player = new PlayerId(bot + 1);
                hand.after(
                        Duration.ofNanos(1_000_000L * FARTHEST_MILLIS * bot / (BOTS - 1)),
                        () -> wish(player, Side.BUY, TimeInForce.IMMEDIATE_OR_CANCEL));
            }
        }
    }
}
