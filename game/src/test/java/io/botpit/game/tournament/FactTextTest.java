package io.botpit.game.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Format.Groups;
import io.botpit.game.tournament.Format.Knockout;
import io.botpit.game.tournament.Format.KnockoutTables;
import io.botpit.game.tournament.Format.RoundRobin;
import io.botpit.game.tournament.Format.SwissDuels;
import io.botpit.game.tournament.Format.SwissTables;
import io.botpit.game.tournament.Format.Tables;
import io.botpit.game.tournament.Format.Window;
import io.botpit.game.tournament.Plan.BoutTerms;
import io.botpit.game.tournament.Plan.Conditions;
import io.botpit.game.tournament.Plan.Cut;
import io.botpit.game.tournament.Plan.Door;
import io.botpit.game.tournament.Plan.Entering;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactTextTest {
    private static final PlayerId ANN = new PlayerId(1);

    private static Plan plan(Format format, Cut... cuts) {
        Entering entering =
                new Entering(List.of("ann", "Bob-7"), 16, true, Door.CLOSED, new Conditions(null, 1_800, 10));
        String fill = format.fullTable() > 0 ? "zi-c" : "";
        BoutTerms bouts = new BoutTerms("ranked", "flash-crash", 300_000, 60_000, "market-maker:1,noise:2", fill, 8);
        return new Plan("Freitags~Cup 日本", format, entering, bouts, List.of(cuts), false, 4, new GameTime(77), -7);
    }

    private static Stream<Format> formats() {
        return Stream.of(
                new RoundRobin(2),
                new Tables(4, 7),
                new SwissDuels(0),
                new SwissTables(8, 3),
                new Knockout(List.of(7, 5, 3), true),
                new KnockoutTables(4, List.of(5, 3)),
                new Groups(4, 3, new Knockout(List.of(1), false)),
                new Window(4, 600_000, true));
    }

    private static Stream<Fact> facts() {
        return Stream.of(
                new Fact.Created(plan(new SwissDuels(9), new Cut(3, 32), new Cut(6, 16))),
                new Fact.Entered(new Entrant(ANN, "ann", "", false)),
                new Fact.CheckedIn(ANN),
                new Fact.Withdrawn(ANN, "its owner asked: \"stop\"\n"),
                new Fact.Started(List.of(ANN, new PlayerId(12)), Map.of()),
                new Fact.BoutOpened(3, new GameId("g17")),
                new Fact.NoShow(3, List.of(ANN)),
                new Fact.BoutPlayed(3, List.of(new Showing(1, -5, -1, false), Showing.ABSENT)),
                new Fact.BoutVoided(3, "power cut"),
                new Fact.Woke(),
                new Fact.Cancelled("rain"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactComesBackAsItWent(Fact fact) {
        assertThat(FactText.parse(FactText.of(fact))).isEqualTo(fact);
        assertThat(FactText.of(fact)).doesNotContain("\n").isPrintable();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatComesBackAsItWent(Format format) {
        Fact created = new Fact.Created(plan(format));

        assertThat(FactText.parse(FactText.of(created))).isEqualTo(created);
    }

    @Test
    void frozenVersionsComeBackAsTheyWent() {
        Plan plan = plan(new SwissDuels(0));
        Entering frozen = new Entering(
                List.of("ann"), 16, true, Door.FROZEN, plan.entering().conditions());
        Fact created = new Fact.Created(
                new Plan("final", plan.format(), frozen, plan.bouts(), List.of(), false, 0, null, plan.seed()));
        Fact started = new Fact.Started(
                List.of(new PlayerId(12), ANN, new PlayerId(3)), Map.of(ANN, "2.0 :-日", new PlayerId(3), "-"));

        assertThat(FactText.of(created)).startsWith("created final swiss_duels:0 16 1 frozen ");
        assertThat(FactText.parse(FactText.of(created))).isEqualTo(created);
        assertThat(FactText.of(started)).isEqualTo("started 12 1:2.0~0020~003a-~65e5 3:-");
        assertThat(FactText.parse(FactText.of(started))).isEqualTo(started);
        assertThatThrownBy(() -> FactText.parse("started 1:2:3")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFactsTriedHereAreAllThereAre() {
        assertThat(facts().map(Object::getClass)).containsExactlyInAnyOrder(Fact.class.getPermittedSubclasses());
        assertThat(formats().map(Object::getClass))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Format.class.getPermittedSubclasses()).toArray(Class<?>[]::new));
    }

    @Test
    void aLineIsTheSameForEver() {
        assertThat(facts().skip(1).map(FactText::of))
                .containsExactly("""
                entered 1 ann ~ user
                checked_in 1
                withdrawn 1 its~0020owner~0020asked~003a~0020~0022stop~0022~000a
                started 1 12
                bout_opened 3 g17
                no_show 3 1
                bout_played 3 1:-5:-1 absent
                bout_voided 3 power~0020cut
                woke
                cancelled rain
                """.lines().toArray(String[]::new));
        assertThat(FactText.of(facts().findFirst().orElseThrow()))
                .isEqualTo(
                        "created Freitags~007eCup~0020~65e5~672c swiss_duels:9 16 1 0 - 1800 10 ranked flash-crash 300000 60000"
                                + " market-maker~003a1~002cnoise~003a2 ~ 8 3.32:6.16 0 4 77 -7 ann Bob-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sung", "woke up", "checked_in", "checked_in 0", "entered 1 a b c", "bout_played 1 2:3"})
    void whatIsNoFactIsRefused(String line) {
        assertThatThrownBy(() -> FactText.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
