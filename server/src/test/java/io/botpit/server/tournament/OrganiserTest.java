package io.botpit.server.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.botpit.game.EndCause;
import io.botpit.game.GameId;
import io.botpit.game.RefereeAct;
import io.botpit.game.tournament.Format;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.TournamentId;
import io.botpit.protocol.rest.BoutRow;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.protocol.rest.TournamentDetail.FieldRow;
import io.botpit.protocol.rest.TournamentExport;
import io.botpit.protocol.rest.TournamentList;
import io.botpit.protocol.rest.TournamentRow;
import io.botpit.server.lobby.AdminAct;
import io.botpit.server.rig.Client;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tournaments on a whole server in virtual time. */
class OrganiserTest {
    @TempDir
    Path folder;

    private static List<BoutRow> bouts(TournamentDetail detail) {
        return detail.schedule().stream()
                .flatMap(round -> round.bouts().stream())
                .toList();
    }

    /** As long as a bout takes, and a little. */
    private static void play(Cup cup) {
        cup.pass(Cup.BOUT.plusSeconds(2));
    }

    @Test
    void botsThatKnowNothingOfTournamentsAreSentFromBoutToBout() {
        try (Cup cup = new Cup(folder)) {
            for (String name : List.of("ann", "bob", "cat")) {
                cup.join(name);
            }
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob", "cat"));
            assertThat(cup.start()).isEqualTo(new Verdict.Done());

            BoutRow first = bouts(cup.detail()).getFirst();
            assertThat(first.phase()).isEqualTo("running");
            String one = first.seats().get(0).name();
            assertThat(cup.client(one).askCommand("hello")).contains("\"id\": \"" + first.game() + "\"");
            assertThat(cup.client(one).buy("999.99", "0.1")).contains("order placed");

            for (int round = 0; round < 3; round++) {
                play(cup);
            }
            assertThat(cup.phase()).isEqualTo("finished");
            assertThat(bouts(cup.detail()))
                    .hasSize(3)
                    .allMatch(bout -> bout.phase().equals("over"));
            // And then they are where everybody is who is sent nowhere.
            assertThat(cup.client(one).askCommand("hello")).contains("\"id\": \"g1\"");
        }
    }

    @Test
    void betweenItsBoutsABotIsInItsLastOne() {
        try (Cup cup = new Cup(folder)) {
            for (String name : List.of("ann", "bob", "cat", "dan")) {
                cup.join(name);
            }
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob", "cat", "dan"));
            cup.start();
            BoutRow first = bouts(cup.detail()).getFirst();
            var _ = cup.rig().lobby().act(new GameId("g2"), "admin", new RefereeAct.End(EndCause.REFEREE));
            cup.rig().hand().settle();

            assertThat(bouts(cup.detail()).getFirst().phase()).isEqualTo("over");
            assertThat(cup.client(first.seats().getFirst().name()).buy("999", "1"))
                    .contains("game_not_running");
            play(cup);
            assertThat(cup.client(first.seats().getFirst().name()).buy("999", "1"))
                    .contains("order placed");
        }
    }

    @Test
    void aBoutWaitsForItsBotsAndThenGoesToWhoIsThere() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            cup.create(Cup.plan(new Format.RoundRobin(2), "ann", "bob"));
            cup.start();
            cup.client("bob").hangUp();
            play(cup);
            BoutRow second = bouts(cup.detail()).getLast();
            assertThat(second.phase()).isEqualTo("waiting");

            cup.pass(Duration.ofSeconds(6));

            assertThat(cup.phase()).isEqualTo("finished");
            BoutRow decided = bouts(cup.detail()).getLast();
            assertThat(decided.seats())
                    .filteredOn(BoutRow.SeatRow::absent)
                    .extracting(BoutRow.SeatRow::name)
                    .containsExactly("bob");
            assertThat(cup.table()).containsExactly("ann", "bob");
            assertThat(cup.rig().lobby().openGames())
                    .filteredOn(game -> !game.isOver())
                    .hasSize(1);
        }
    }

    @Test
    void whoComesAsAnotherVersionThanTheFrozenOneIsNotThere() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            String token = cup.join("bob").token();
            cup.create(frozen());
            cup.start();
            cup.client("bob").hangUp();
            play(cup);

            String another = login(token, ",\"bot_version\":\"2.0\"");
            assertThat(cup.rig().connect().ask(another))
                    .contains("\"code\": \"version_frozen\"")
                    .contains("tournament t1 keeps the versions that its bots had at its start")
                    .contains("log in again without bot_version.");
            cup.join("cat");
            cup.pass(Duration.ofSeconds(6));

            assertThat(cup.phase()).isEqualTo("finished");
            assertThat(cup.table()).containsExactly("ann", "bob");
            assertThat(bouts(cup.detail()).getLast().seats())
                    .filteredOn(BoutRow.SeatRow::absent)
                    .extracting(BoutRow.SeatRow::name)
                    .containsExactly("bob");
            // What is over keeps nobody.
            assertThat(cup.rig().connect().ask(another)).contains("Authenticated");
        }
    }

    @Test
    void whoWasKeptOutComesInByDoingAsTold() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            String token = cup.join("bob").token();
            cup.create(frozen());
            cup.start();
            Client bob = cup.rig().connect();

            assertThat(bob.ask(login(token, ",\"bot_version\":\"2.0\""))).contains("log in again without bot_version.");
            assertThat(bob.ask(login(token, ""))).contains("Authenticated");
        }
    }

    private static Plan frozen() {
        Plan plan = Cup.plan(new Format.SwissDuels(2), "ann", "bob", "cat");
        Plan.Entering frozen = new Plan.Entering(
                plan.entering().allow(),
                64,
                true,
                Plan.Door.FROZEN,
                plan.entering().conditions());
        return new Plan(plan.title(), plan.format(), frozen, plan.bouts(), plan.cuts(), false, 0, null, plan.seed());
    }

    private static String login(String token, String version) {
        return "{\"cmd\":\"auth\",\"params\":{\"username\":\"bob\",\"token\":\"" + token + "\"" + version + "}}";
    }

    @Test
    void anotherProcessGoesOnWhereTheFirstOneDied() {
        Map<String, String> tokens = new LinkedHashMap<>();
        try (Cup cup = new Cup(folder)) {
            for (String name : List.of("ann", "bob", "cat", "dan")) {
                tokens.put(name, cup.join(name).token());
            }
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob", "cat", "dan"));
            cup.start();
            play(cup);
            cup.pass(Duration.ofSeconds(4));
        }

        for (int life = 0; life < 3; life++) {
            try (Cup cup = new Cup(folder)) {
                tokens.forEach(cup::rejoin);
                cup.pass(Duration.ofSeconds(8));
                assertThat(cup.detail().schedule().getFirst().phase()).isEqualTo("over");
                if (life == 2) {
                    cup.pass(Duration.ofSeconds(30));
                    assertThat(cup.phase()).isEqualTo("finished");
                    assertThat(bouts(cup.detail()))
                            .hasSize(6)
                            .allMatch(bout -> bout.phase().equals("over"))
                            .extracting(BoutRow::game)
                            .doesNotHaveDuplicates();
                    assertThat(cup.table()).hasSize(4);
                }
            }
        }
    }

    @Test
    void whatEndedUnseenIsTakenFromItsJournal() {
        Map<String, String> tokens = new LinkedHashMap<>();
        try (Cup cup = new Cup(folder)) {
            for (String name : List.of("ann", "bob")) {
                tokens.put(name, cup.join(name).token());
            }
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob"));
            cup.start();
            // The journal of the lobby takes nothing more: the end of the bout is in the game's journal alone.
            cup.rig().breakLobbyJournal();
            play(cup);
        }

        try (Cup cup = new Cup(folder)) {
            tokens.forEach(cup::rejoin);

            assertThat(cup.phase()).isEqualTo("finished");
            assertThat(bouts(cup.detail())).singleElement().satisfies(bout -> {
                assertThat(bout.game()).isEqualTo("g2");
                assertThat(bout.seats()).extracting(BoutRow.SeatRow::points).containsExactly("0.5", "0.5");
            });
        }
    }

    @Test
    void whatEndsAfterARestartBeforeAnybodyAsksIsTakenFromItsJournal() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob"));
            cup.start();
            cup.pass(Duration.ofSeconds(2));
        }

        try (Cup cup = new Cup(folder, Cup.BOUT)) {
            assertThat(cup.phase()).isEqualTo("finished");
            assertThat(bouts(cup.detail()))
                    .singleElement()
                    .satisfies(bout -> assertThat(bout.game()).isEqualTo("g2"));
        }
    }

    @Test
    void aVoidGameIsPlayedAgain() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob"));
            cup.start();
            var _ = cup.rig().lobby().act(new GameId("g2"), "admin", new RefereeAct.Annul("wrong market"));
            cup.rig().hand().settle();

            BoutRow again = bouts(cup.detail()).getFirst();
            assertThat(again.game()).isEqualTo("g3");
            assertThat(again.phase()).isEqualTo("running");
        }
    }

    @Test
    void whoIsListedAndNotThereAtTheStartIsLeftOut() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            cup.join("cat").hangUp();
            cup.create(Cup.plan(new Format.SwissDuels(4), "ann", "bob", "cat", "nobody"));
            cup.start();

            assertThat(cup.detail().field())
                    .extracting(FieldRow::name, FieldRow::state)
                    .contains(tuple("cat", "absent"))
                    .hasSize(3);
            assertThat(bouts(cup.detail())).hasSize(1);
        }
    }

    @Test
    void anOpenTournamentTakesWhoeverIsConnectedAndLateOnesToo() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            cup.create(Cup.plan(new Format.SwissDuels(6)));
            cup.start();
            cup.join("cat");
            cup.pass(Duration.ofSeconds(2));

            assertThat(cup.detail().field()).extracting(FieldRow::name).containsExactlyInAnyOrder("ann", "bob", "cat");
            play(cup);
            assertThat(cup.detail().standings())
                    .filteredOn(row -> row.name().equals("cat"))
                    .extracting(row -> row.points())
                    .doesNotContain("0");
        }
    }

    @Test
    void actsAreOnRecordAndRefusedWhereTheyCannotBe() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob"));

            assertThat(cup.start()).isEqualTo(new Verdict.Refused("two entrants are needed, there are 1 connected"));
            assertThat(cup.answer(cup.acts().withdraw("admin", Cup.FIRST, "eve")))
                    .isEqualTo(new Verdict.Refused("nobody is called eve"));
            assertThat(cup.answer(cup.acts().enter("admin", Cup.FIRST, "ann")))
                    .isEqualTo(new Verdict.Refused("ann takes part already"));
            assertThat(cup.answer(cup.acts().cancel("admin", Cup.FIRST, "rain")))
                    .isEqualTo(new Verdict.Done());
            assertThat(cup.phase()).isEqualTo("cancelled");
            assertThat(cup.answer(cup.acts().start("admin", new TournamentId(2))))
                    .isEqualTo(new Verdict.Unknown());
            assertThat(cup.answer(cup.rig().lobby().acts(0, 10)))
                    .extracting(AdminAct::what)
                    .startsWith("tournament t1 cancel: rain")
                    .endsWith("tournament t1 create: cup");
        }
    }

    @Test
    void theBoutsOfACancelledOneStopInItsPictureToo() {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob"));
            cup.start();
            assertThat(bouts(cup.detail())).extracting(BoutRow::phase).containsExactly("running");

            cup.answer(cup.acts().cancel("admin", Cup.FIRST, "rain"));
            assertThat(cup.phase()).isEqualTo("cancelled");
            cup.pass(Duration.ofSeconds(2));

            assertThat(bouts(cup.detail())).extracting(BoutRow::phase).containsExactly("waiting");
            TournamentList list = cup.answer(cup.pictures().list(0, 10));
            assertThat(list.tournaments()).extracting(TournamentRow::phase).containsExactly("cancelled");
        }
    }

    @Test
    void factsAreShownWhenItIsOverAndTheirHashCanBeComputedAgain() throws Exception {
        try (Cup cup = new Cup(folder)) {
            cup.join("ann");
            cup.join("bob");
            cup.create(Cup.plan(new Format.RoundRobin(1), "ann", "bob"));
            cup.start();
            assertThat(cup.answer(cup.pictures().export(Cup.FIRST))).contains(Optional.empty());
            assertThat(cup.detail().proof().seed()).isNull();
            play(cup);

            TournamentExport export =
                    cup.answer(cup.pictures().export(Cup.FIRST)).orElseThrow().orElseThrow();
            String lines = String.join("\n", export.facts()) + "\n";
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            assertThat(export.factsSha256()).isEqualTo(HexFormat.of().formatHex(hash));
            assertThat(export.facts().getFirst())
                    .contains(" created cup round_robin:1 ")
                    .endsWith(" 7 ann bob");
            assertThat(cup.detail().proof().seed()).isEqualTo("7");
        }
    }

    @Test
    void theStrongestAreSeededFirstAndConditionsKeepOthersOut() {
        try (Cup cup = new Cup(folder)) {
            for (String name : List.of("ann", "bob", "cat")) {
                cup.join(name);
            }
            cup.ratings.put("ann", new Scouts.Rating(1_500, 1_300, 20));
            cup.ratings.put("bob", new Scouts.Rating(1_480, 1_400, 90));
            Plan plan = Cup.plan(new Format.Knockout(List.of(1), false), "ann", "bob", "cat");
            Plan.Entering rated = new Plan.Entering(
                    plan.entering().allow(), 64, true, Plan.Door.OPEN, new Plan.Conditions(1_400, null, 10));
            cup.create(new Plan(
                    plan.title(), plan.format(), rated, plan.bouts(), plan.cuts(), false, 0, null, plan.seed()));
            cup.start();

            assertThat(cup.detail().field())
                    .extracting(FieldRow::name, FieldRow::seed)
                    .containsExactly(tuple("bob", 1), tuple("ann", 2));
            assertThat(cup.answer(cup.acts().enter("admin", Cup.FIRST, "cat")))
                    .isEqualTo(new Verdict.Refused("ratedGamesMin=10, and it has 0"));
        }
    }
}
