package io.botpit.simulation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.Appraisal;
import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.InvariantBroken;
import io.botpit.game.Level;
import io.botpit.game.PlayerId;
import io.botpit.game.Stamped;
import io.botpit.game.Trade;
import io.botpit.game.audit.GameAudit;
import io.botpit.game.control.GameController;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.rules.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What must hold in every game, read off the events alone. */
class InvariantsTest {
    private static final int GAMES = 40;
    private static final int COMMANDS = 2_500;

    /** Draws a game that is settled at the mean reference price, with positions. */
    private static final long SETTLED = 26;

    /** Draws one that is settled for each player by the others' quotes: 60 ticks for some, 64 and 66 for others. */
    private static final long BY_BOOK = 4;

    @Test
    void everyInvariantHoldsAfterEveryRecord() {
        for (long seed = 1; seed <= GAMES; seed++) {
            List<Stamped<Command>> commands = Duel.drawn(seed, COMMANDS).commands();
            check(seed, commands, UnaryOperator.identity());
        }
    }

    @Test
    void theSameCommandsGiveTheSameEvents() {
        for (long seed = 101; seed <= 100 + GAMES; seed++) {
            List<Stamped<Command>> commands = Duel.drawn(seed, COMMANDS).commands();
            GameController first = new GameController(RulesDraw.rules(seed));
            GameController second = new GameController(RulesDraw.rules(seed));

            for (Stamped<Command> command : commands) {
                assertThat(second.apply(command)).as("seed " + seed).isEqualTo(first.apply(command));
            }

            assertThat(second.view()).isEqualTo(first.view());
            assertThat(second.wakeAt()).isEqualTo(first.wakeAt());
        }
    }

    @Test
    void aTradeAtAnotherPriceIsNoticed() {
        assertNoticed(
                "rule 20",
                event -> event instanceof Event.Traded(Trade t)
                        ? new Event.Traded(new Trade(
                                t.id(),
                                t.symbol(),
                                new Price(t.price().ticks() + 1),
                                t.size(),
                                t.buyOrder(),
                                t.sellOrder(),
                                t.takerSide()))
                        : event);
    }

    @Test
    void aUnitTooManyInAWalletIsNoticed() {
        assertNoticed(
                "rules 3, 4, 6",
                event -> event instanceof Event.WalletChanged w && w.held().units() > 0
                        ? new Event.WalletChanged(
                                w.player(), w.asset(), new Amount(w.free().units() + 1), w.held())
                        : event);
    }

    @Test
    void aHoldThatIsNotReleasedIsNoticed() {
        assertNoticed(
                "rules 3, 4, 6",
                event -> event instanceof Event.WalletChanged w && w.free().units() > 0
                        ? new Event.WalletChanged(
                                w.player(),
                                w.asset(),
                                new Amount(w.free().units() - 1),
                                new Amount(w.held().units() + 1))
                        : event);
    }

    @Test
    void aLevelOfTheWrongSizeIsNoticed() {
        assertNoticed(
                "rule 24",
                event -> event instanceof Event.LevelChanged l
                        ? new Event.LevelChanged(
                                l.symbol(),
                                l.side(),
                                new Level(
                                        l.level().price(),
                                        new Quantity(l.level().size().lots() + 1)))
                        : event);
    }

    @Test
    void anOrderThatVanishesIsNoticed() {
        assertNoticed(
                "rule",
                event -> event instanceof Event.Cancelled c
                        ? new Event.SwitchSet(c.order().owner(), null)
                        : event);
    }

    @Test
    void anOrderOfSomebodyElseIsNoticed() {
        assertNoticed(
                "rule 42",
                event -> event instanceof Event.Rejected r
                        ? new Event.Rejected(new PlayerId(r.player().number() % 2 + 1), r.reason(), r.detail())
                        : event);
    }

    @Test
    void comingAndGoingThatIsNotOnRecordIsNoticed() {
        assertNoticed(
                "rule 48: a departure that nobody recorded",
                event -> event instanceof Event.Left(var player, var elsewhere)
                        ? new Event.Left(player, !elsewhere)
                        : event);
        assertNoticed(
                "rule 48: an arrival that nobody recorded",
                event -> event instanceof Event.Left(var player, var _) ? new Event.Arrived(player) : event);
    }

    @Test
    void comingAndGoingWithoutEffectIsNoticed() {
        assertNoticed(
                "rule 48: a departure without effect",
                event -> event instanceof Event.Left ? new Event.Announced("") : event);
        assertNoticed(
                "rule 48: an arrival without effect",
                event -> event instanceof Event.Arrived ? new Event.Announced("") : event);
    }

    @Test
    void aFinalTableThatDoesNotFollowIsNoticed() {
        assertNoticed(
                SETTLED,
                "rule 36",
                event -> event instanceof Event.Ended e
                        ? new Event.Ended(e.cause(), e.marks(), e.table().reversed())
                        : event);
    }

    @Test
    void aMeanReferencePriceThatDoesNotFollowIsNoticed() {
        assertNoticed(
                SETTLED,
                "rule 46",
                event -> appraised(event, one -> new Price(one.mark().ticks() + 1), 0));
    }

    @Test
    void aMeanMiddleOfOthersThatDoesNotFollowIsNoticed() {
        assertNoticed(
                BY_BOOK,
                "rule 46",
                event -> appraised(event, one -> new Price(one.mark().ticks() + 1), 0));
    }

    @Test
    void aHaircutThatDoesNotFollowIsNoticed() {
        for (long seed : List.of(SETTLED, BY_BOOK, sold())) {
            assertNoticed(seed, "rule 46: the haircut", event -> appraised(event, Appraisal::mark, 1));
            assertNoticed(seed, "rule 46: the haircut", event -> appraised(event, Appraisal::mark, -1));
        }
    }

    /** The first drawn game whose positions are given to the book, and cost something. */
    private static long sold() {
        return LongStream.rangeClosed(1, 200)
                .filter(seed -> RulesDraw.rules(seed).schedule().closing().valuation() == Valuation.LIQUIDATE)
                .filter(InvariantsTest::hasHaircut)
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasHaircut(long seed) {
        GameController engine = new GameController(RulesDraw.rules(seed));
        return Duel.drawn(seed, COMMANDS).commands().stream()
                .flatMap(command -> engine.apply(command).stream())
                .anyMatch(event -> event instanceof Event.Settled(var _, var own)
                        && own.stream().anyMatch(one -> one.haircut().units() > 0));
    }

    /** Another mark, and so much more of a haircut where there is one. */
    private static Event appraised(Event event, Function<Appraisal, Price> mark, long more) {
        return event instanceof Event.Settled(var player, var appraisals)
                ? new Event.Settled(
                        player,
                        appraisals.stream()
                                .map(one -> new Appraisal(
                                        one.symbol(),
                                        mark.apply(one),
                                        new Amount(one.haircut().units()
                                                + (one.haircut().units() > 0 ? more : 0))))
                                .toList())
                : event;
    }

    private static void assertNoticed(String rule, UnaryOperator<Event> tampering) {
        assertNoticed(3, rule, tampering);
    }

    private static void assertNoticed(long seed, String rule, UnaryOperator<Event> tampering) {
        List<Stamped<Command>> commands = Duel.drawn(seed, COMMANDS).commands();

        assertThatThrownBy(() -> check(seed, commands, tampering))
                .hasRootCauseInstanceOf(InvariantBroken.class)
                .rootCause()
                .hasMessageContaining(rule);
    }

    private static void check(long seed, List<Stamped<Command>> commands, UnaryOperator<Event> tampering) {
        GameController engine = new GameController(RulesDraw.rules(seed));
        GameAudit audit = new GameAudit(RulesDraw.rules(seed));
        for (Stamped<Command> command : commands) {
            List<Event> events = new ArrayList<>(engine.apply(command));
            events.replaceAll(tampering);
            try {
                audit.record(command, events);
            } catch (InvariantBroken broken) {
                throw new AssertionError("seed " + seed + " at " + command + "\n" + events, broken);
            }
        }
        audit.end();
    }
}
