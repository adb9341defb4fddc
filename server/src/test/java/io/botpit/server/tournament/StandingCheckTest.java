package io.botpit.server.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.GameId;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Format;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.Plan.BoutTerms;
import io.botpit.game.tournament.Showing;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.StandingCheck;
import io.botpit.persistence.journal.Durability;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.LobbyRecord.TournamentMoved;
import io.botpit.protocol.rest.BoutRow;
import io.botpit.server.rig.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standings of a tournament computed again from the journals of its games, whatever the lobby noted. */
class StandingCheckTest {
    @TempDir
    Path folder;

    @TempDir
    Path wrecked;

    @Test
    void standingsFollowFromTheGamesByteForByte() throws IOException {
        play();
        List<String> right = new ArrayList<>();

        Recomputed sound = new StandingCheck(folder).compare(right::add);

        assertThat(sound.difference()).isNull();
        assertThat(right)
                .hasSize((int) sound.lines())
                .startsWith("tournament t1 finished")
                .anyMatch(line -> line.matches("bout 1 g2 (1:\\d+:0 2:-\\d+:[1-9]\\d*|2:-\\d+:[1-9]\\d* 1:\\d+:0)"))
                .anyMatch(line -> line.matches("bout 2 g3 (1:0:0 absent|absent 1:0:0)"))
                .anyMatch(line -> line.startsWith("standing 1 1 in played 2 points 2/1 "));

        wreck(fact -> fact instanceof Fact.BoutPlayed(var bout, var showings) && bout == 1
                ? new Fact.BoutPlayed(bout, showings.reversed())
                : fact);
        List<String> again = new ArrayList<>();
        Recomputed found = new StandingCheck(wrecked).compare(again::add);

        assertThat(again).isEqualTo(right);
        assertThat(found.sha256()).isEqualTo(sound.sha256());
        assertThat(found.difference()).isNotNull();
        assertThat(found.difference().line()).isEqualTo(2);
        assertThat(found.difference().computed()).isEqualTo(right.get(1));
        assertThat(found.difference().stored()).startsWith("bout 1 g2 ");
    }

    @Test
    void aGameWithAResultIsNotToBeVoidNorOneWithoutItToCount() throws IOException {
        play();

        wreck(fact -> fact instanceof Fact.BoutPlayed(var bout, var _) && bout == 1
                ? new Fact.BoutVoided(bout, "a bad day")
                : fact instanceof Fact.BoutPlayed ? new Fact.Woke() : fact);
        Recomputed kept = new StandingCheck(wrecked).compare(_ -> {});
        assertThat(kept.difference()).isNotNull();
        assertThat(kept.difference().computed()).startsWith("bout 1 g2 ");

        wreck(fact -> fact instanceof Fact.NoShow
                ? new Fact.Woke()
                : fact instanceof Fact.BoutPlayed(var bout, var showings) && bout == 2
                        ? new Fact.BoutPlayed(
                                bout,
                                showings.stream()
                                        .map(_ -> new Showing(1, 0, 0, false))
                                        .toList())
                        : fact);
        List<String> lines = new ArrayList<>();
        Recomputed undecided = new StandingCheck(wrecked).compare(lines::add);
        assertThat(undecided.difference()).isNotNull();
        assertThat(lines).last().isEqualTo("contradiction bout 2 has a result and its game has none");
    }

    @Test
    void factsThatContradictEachOtherAreADifferenceWhateverTheGamesSay() throws IOException {
        play();

        wreck(fact -> fact instanceof Fact.NoShow ? new Fact.BoutOpened(1, new GameId("g2")) : fact);
        List<String> lines = new ArrayList<>();
        Recomputed torn = new StandingCheck(wrecked).compare(lines::add);

        assertThat(lines).last().asString().startsWith("contradiction tournament t1: ");
        assertThat(torn.difference()).isNotNull();
        assertThat(torn.difference().stored()).isEqualTo("noted " + lines.getLast());
    }

    @Test
    void whatWasNotedBeforeFallsWereMeasuredIsRight() throws IOException {
        play();

        wreck(fact -> fact instanceof Fact.BoutPlayed(var bout, var showings)
                ? new Fact.BoutPlayed(
                        bout,
                        showings.stream()
                                .map(seat -> new Showing(seat.place(), seat.score(), Showing.UNMEASURED, seat.absent()))
                                .toList())
                : fact);

        assertThat(new StandingCheck(wrecked).compare(_ -> {}).difference()).isNull();
    }

    @Test
    void whatAnotherBehaviourVersionPlayedCannotBeChecked() throws IOException {
        play();
        assertThat(new StandingCheck(folder).compare(_ -> {}).unchecked()).isZero();
        wreck(fact -> fact);
        makeOlder(new GameId("g2"));

        Recomputed old = new StandingCheck(wrecked).compare(_ -> {});

        assertThat(old.difference()).isNull();
        assertThat(old.unchecked()).isEqualTo(1);
    }

    /** The journal of a game under rules of an older behaviour version. */
    private void makeOlder(GameId game) throws IOException {
        Journals journals = new Journals(wrecked);
        JournalHead head;
        try (JournalReader journal = journals.read(game)) {
            head = journal.head();
        }
        try (Stream<Path> files = Files.list(wrecked)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(game + "."))
                    .toList()) {
                Files.delete(file);
            }
        }
        GameRules now = head.rules();
        GameRules then = new GameRules(
                now.preset(),
                now.behaviorVersion() - 1,
                now.seed(),
                now.instruments(),
                now.grants(),
                now.entry(),
                now.schedule(),
                now.trading(),
                now.limits());
        journals.create(new JournalHead(game, head.title(), head.openedAt(), then), Durability.PROCESS)
                .close();
    }

    /** Two bouts: in the first bob buys dear, to the second he does not come. */
    private void play() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            Plan plan = Cup.plan(new Format.RoundRobin(2), "ann", "bob");
            BoutTerms market = new BoutTerms(Presets.OPEN_MARKET, "", Cup.BOUT.toMillis(), 5_000, "", "", 1);
            cup.create(new Plan(
                    plan.title(), plan.format(), plan.entering(), market, List.of(), false, 0, null, plan.seed()));
            cup.start();
            BoutRow first = cup.detail().schedule().getFirst().bouts().getFirst();
            assertThat(first.phase()).isEqualTo("running");
            sellDear(cup.client("ann"), cup.client("bob"));
            cup.pass(Cup.BOUT.minusSeconds(2));
            cup.client("bob").hangUp();
            cup.pass(Duration.ofSeconds(12));
            assertThat(cup.phase()).isEqualTo("finished");
        }
    }

    private static void sellDear(Client ann, Client bob) {
        assertThat(ann.ask(Client.order("sell", "1010", "1"))).contains("order placed");
        assertThat(bob.ask(Client.order("buy", "1010", "1"))).contains("order placed");
    }

    /** The same journals, but for some facts that the lobby noted otherwise. */
    private void wreck(UnaryOperator<Fact> change) throws IOException {
        try (Stream<Path> old = Files.list(wrecked)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> games = Files.list(folder)) {
            for (Path game : games.filter(file -> file.getFileName().toString().startsWith("g"))
                    .toList()) {
                Files.copy(game, wrecked.resolve(game.getFileName()));
            }
        }
        try (LobbyJournal journal =
                LobbyJournal.open(wrecked, Durability.PROCESS).journal()) {
            for (LobbyRecord entry : LobbyJournal.readOnly(folder)) {
                journal.append(
                        entry instanceof TournamentMoved(var id, var fact, var at)
                                ? new TournamentMoved(id, change.apply(fact), at)
                                : entry);
            }
        }
    }
}
