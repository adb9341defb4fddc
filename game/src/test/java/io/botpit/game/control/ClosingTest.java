package io.botpit.game.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.CancelCause;
import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.audit.GameAudit;
import io.botpit.game.money.Price;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A game of ten seconds that begins at 1 ms; its window opens at 6,001 ms, its calm begins at 9,001 ms. */
final class ClosingTest {
    private static final long LIMIT = 10_000;
    private static final long POSITION_MAX = 220;

    private static Market market(Valuation valuation) {
        return Market.PLAIN.with(new Schedule(false, LIMIT, new Closing(valuation, 4_000, 0, 1_000, 500, 50, 100)));
    }

    @Test
    void theReferencePriceIsAveragedByTime() {
        GameTable.of(market(Valuation.REFERENCE)).check("""
                referee  reference 120   reference 120
                clock    5995 ms         nothing
                clock    1 ms            closing, ends 10001 to 10001 ms
                clock    999 ms          nothing
                referee  reference 140   reference 140
                clock    2999 ms         nothing
                clock    1 ms            now SETTLING, ann at 135 less 0, bob at 135 less 0, cat at 135 less 0, dan at 135 less 0, ended by TIME_LIMIT, now ENDED
                ask      table           1. ann 0, 1. bob 0, 1. cat 0, 1. dan 0
                """);
    }

    @Test
    void aPauseDoesNotCount() {
        GameTable.of(market(Valuation.REFERENCE)).check("""
                clock    6997 ms         closing, ends 10001 to 10001 ms
                referee  pause           now PAUSED
                referee  reference 900   reference 900
                clock    7000 ms         nothing
                referee  reference 100   reference 100
                referee  resume          now RUNNING
                clock    3000 ms         now SETTLING, ann at 100 less 0, bob at 100 less 0, cat at 100 less 0, dan at 100 less 0, ended by TIME_LIMIT, now ENDED
                """);
    }

    @Test
    void aPositionHasItsHaircut() {
        GameTable.of(market(Valuation.REFERENCE)).check("""
                bob      SELL 10 @ 100  rests 10
                ann      BUY 10 @ 100    trades 10 @ 100 with bob, #1 filled, filled
                cat      BUY 20 @ 98  rests 20
                dan      SELL 20 @ 102  rests 20
                referee  reference 100   nothing
                clock    9993 ms         closing, ends 10001 to 10001 ms, now SETTLING, #3 cancelled 20 (game_end), #4 cancelled 20 (game_end), ann at 100 less 33, bob at 100 less 33, cat at 100 less 0, dan at 100 less 0, ended by TIME_LIMIT, now ENDED
                ask      table           1. cat 0, 1. dan 0, 3. ann -33, 3. bob -33
                """);
    }

    @Test
    void nobodyMovesHisOwnMark() {
        GameTable.of(market(Valuation.BOOK_LOO)).check("""
                bob      BUY 5 @ 98  rests 5
                bob      SELL 5 @ 102  rests 5
                clock    6500 ms         closing, ends 10001 to 10001 ms
                ann      BUY 5 @ 101  rests 5
                clock    3494 ms         now SETTLING, #1 cancelled 5 (game_end), #2 cancelled 5 (game_end), #3 cancelled 5 (game_end), ann at 100 less 0, bob at 100 less 0, cat at 101 less 0, dan at 101 less 0, ended by TIME_LIMIT, now ENDED
                """);
    }

    @Test
    void theMeanStaysNearThatOfTheWindowBefore() {
        GameTable.of(market(Valuation.BOOK_LOO)).check("""
                bob      BUY 5 @ 98  rests 5
                bob      SELL 5 @ 102  rests 5
                clock    5994 ms         nothing
                bob      cancel all      closing, ends 10001 to 10001 ms, #1 cancelled 5 (player), #2 cancelled 5 (player)
                bob      BUY 5 @ 198  rests 5
                bob      SELL 5 @ 202  rests 5
                clock    3998 ms         now SETTLING, #3 cancelled 5 (game_end), #4 cancelled 5 (game_end), ann at 105 less 0, bob at 100 less 0, cat at 105 less 0, dan at 105 less 0, ended by TIME_LIMIT, now ENDED
                """);
    }

    @Test
    void whatIsLeftIsSoldToTheOthers() {
        GameTable.of(market(Valuation.LIQUIDATE)).check("""
                bob      SELL 10 @ 100  rests 10
                ann      BUY 10 @ 100    trades 10 @ 100 with bob, #1 filled, filled
                ann      BUY 50 @ 99  rests 50
                cat      BUY 4 @ 98  rests 4
                dan      SELL 2 @ 102  rests 2
                clock    9992 ms         closing, ends 10001 to 10001 ms, now SETTLING, #3 cancelled 50 (game_end), #4 cancelled 4 (game_end), #5 cancelled 2 (game_end), ann at 100 less 26, bob at 100 less 36, cat at 100 less 0, dan at 100 less 0, ended by TIME_LIMIT, now ENDED
                ask      table           1. cat 0, 1. dan 0, 3. ann -26, 4. bob -36
                """);
    }

    @Test
    void inTheCalmWhatTradesAtOnceReducesAPosition() {
        GameTable.of(market(Valuation.LIQUIDATE)).check("""
                bob      SELL 10 @ 100       rests 10
                ann      BUY 10 @ 100        trades 10 @ 100 with bob, #1 filled, filled
                cat      BUY 20 @ 98         rests 20
                cat      SELL 20 @ 106       rests 20
                clock    8991 ms             closing, ends 10001 to 10001 ms
                dan      BUY 1 @ 106         trades 1 @ 106 with cat, filled
                clock    1 ms                nothing
                dan      BUY 1 @ 106         refused calm_close
                dan      BUY 1 at market     refused calm_close
                dan      BUY 1 @ 106 post    refused post_only_would_trade
                dan      BUY 1 @ 105         rests 1
                ann      SELL 11 @ 98 ioc    refused calm_close
                ann      SELL 6 @ 110        rests 6
                ann      SELL 5 @ 98 ioc     refused calm_close
                ann      SELL 4 at market    trades 1 @ 105 with dan, #6 filled, trades 3 @ 98 with cat, filled
                bob      BUY 11 @ 106        refused calm_close
                bob      BUY 10 @ 106        trades 10 @ 106 with cat, filled
                """);
    }

    @Test
    void wherePositionsMustShrinkOpenBuysGo() {
        Closing half = new Closing(Valuation.LIQUIDATE, 4_000, 0, 0, 500, 50, 50);
        GameTable.of(market(Valuation.LIQUIDATE)
                        .with(new Schedule(false, LIMIT, half))
                        .withPositionMax(POSITION_MAX))
                .check("""
                ann      BUY 10 @ 99  rests 10
                ann      BUY 1 @ 98  rests 1
                ann      SELL 5 @ 101  rests 5
                bob      BUY 10 @ 97  rests 10
                clock    6000 ms         closing, ends 10001 to 10001 ms, #1 cancelled 10 (closing), #2 cancelled 1 (closing)
                ann      BUY 11 @ 99     refused position_limit
                ann      BUY 10 @ 99  rests 10
                """);
    }

    @Test
    void whoLooksAgainSeesTheWindowWithoutTheBuysThatWent() {
        Closing half = new Closing(Valuation.BOOK_LOO, 4_000, 0, 0, 500, 50, 50);
        GameRules rules = Market.PLAIN
                .with(new Schedule(false, LIMIT, half))
                .withPositionMax(POSITION_MAX)
                .rules();
        GameController game = new GameController(rules);
        GameAudit audit = new GameAudit(rules);
        List<Command> commands = List.of(
                admit("ann"),
                admit("bob"),
                admit("cat"),
                wish("ann", "BUY 10 @ 99"),
                wish("ann", "BUY 1 @ 98"),
                wish("bob", "BUY 5 @ 91"),
                wish("bob", "SELL 5 @ 111"));
        for (int i = 0; i < commands.size(); i++) {
            Stamped<Command> command = new Stamped<>(i + 1L, GameTime.EPOCH, commands.get(i));
            audit.record(command, game.apply(command));
        }

        Stamped<Command> late =
                new Stamped<>(commands.size() + 1L, GameTime.EPOCH.plusMillis(2 * LIMIT), new Command.Tick());
        List<Event> events = game.apply(late);
        audit.record(late, events);

        assertThat(events)
                .filteredOn(event ->
                        event instanceof Event.Cancelled(var _, var cause, var _) && cause == CancelCause.CLOSING)
                .hasSize(2);
        assertThat(events)
                .filteredOn(Event.Settled.class::isInstance)
                .extracting(
                        event -> ((Event.Settled) event).appraisals().getFirst().mark())
                .as("101 without ann's buys, 105 with them")
                .contains(new Price(101));
    }

    private static Command admit(String name) {
        return new Command.RefereeCommand("test", new RefereeAct.Admit(GameTable.player(name), name));
    }

    private static Command wish(String name, String words) {
        return new Command.PlayerCommand(GameTable.player(name), TableWords.wish(words));
    }

    @Test
    void aRefereesEarlyEndTakesOneSample() {
        GameTable.of(market(Valuation.BOOK_LOO)).check("""
                bob      BUY 5 @ 108  rests 5
                bob      SELL 5 @ 112  rests 5
                clock    300 ms          nothing
                referee  end             now SETTLING, #1 cancelled 5 (game_end), #2 cancelled 5 (game_end), ann at 110 less 0, bob at 100 less 0, cat at 110 less 0, dan at 110 less 0, ended by REFEREE, now ENDED
                """);
    }

    @Test
    void theSeedDrawsTheEndWithinTheSpreadAndNobodyIsToldBefore() {
        TreeSet<Long> ends = new TreeSet<>();
        for (int seed = 1; seed <= 200; seed++) {
            GameController game = new GameController(rules(seed));
            game.apply(new Stamped<>(1, GameTime.EPOCH, new Command.Tick()));
            long sequence = 2;
            while (game.wakeAt().isPresent()) {
                assertThat(game.view().clock().endsAt()).isEqualTo(GameTime.EPOCH.plusMillis(LIMIT));
                game.apply(new Stamped<>(sequence++, game.wakeAt().orElseThrow(), new Command.Tick()));
            }
            ends.add(game.now().micros() / 1_000);
        }

        assertThat(ends.first()).isBetween(7_000L, 7_100L);
        assertThat(ends.last()).isBetween(9_900L, LIMIT);
        assertThat(ends).hasSizeGreaterThan(150);
    }

    @Test
    void ticksOnlySpreadTheWork() {
        GameController ticked = new GameController(rules(7));
        GameController late = new GameController(rules(7));
        List<Event> ending = new ArrayList<>();
        List<Command> quotes = List.of(admit("ann"), wish("ann", "BUY 5 @ 90"), wish("ann", "SELL 5 @ 96"));
        for (int i = 0; i < quotes.size(); i++) {
            Stamped<Command> command = new Stamped<>(i + 1L, GameTime.EPOCH, quotes.get(i));
            ticked.apply(command);
            late.apply(command);
        }

        long sequence = quotes.size();
        while (ticked.wakeAt().isPresent()) {
            ending.addAll(ticked.apply(new Stamped<>(++sequence, ticked.wakeAt().orElseThrow(), new Command.Tick())));
        }

        GameTime after = GameTime.EPOCH.plusMillis(2 * LIMIT);
        assertThat(late.apply(new Stamped<>(quotes.size() + 1L, after, new Command.Tick())))
                .isEqualTo(ending);
    }

    private static GameRules rules(long seed) {
        GameRules rules = Market.PLAIN
                .with(new Schedule(false, LIMIT, new Closing(Valuation.BOOK_LOO, 3_000, 3_000, 1_000, 500, 5, 100)))
                .rules();
        return new GameRules(
                rules.preset(),
                rules.behaviorVersion(),
                seed,
                rules.instruments(),
                rules.grants(),
                rules.entry(),
                rules.schedule(),
                rules.trading(),
                rules.limits());
    }
}
