package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Tournaments that house bots play in a minute, as viewers see them and as the referee announces them. */
@Tag("browser")
class TournamentPageTest {
    private static final int ROUND_ROBIN = 2;
    private static final int KNOCKOUT = 3;
    private static final int KNOCKOUT_TABLES = 4;
    private static final int BOTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    static final Site SITE = Site.own();

    @BeforeAll
    static void play() {
        String[] trial = {"--dry-run", String.valueOf(BOTS), "--seconds", "1"};
        SITE.tournament("create", "round-robin", "--title", "League", trial[0], trial[1], trial[2], trial[3]);
        SITE.tournament(
                "create", "knockout", "--title", "Cup", "--best-of", "1", trial[0], trial[1], trial[2], trial[3]);
        SITE.tournament(
                "create",
                "knockout-tables",
                "--title",
                "Feast",
                "--table-bouts",
                "1",
                "--dry-run",
                "8",
                "--seconds",
                "1");
        for (int number : List.of(ROUND_ROBIN, KNOCKOUT, KNOCKOUT_TABLES)) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> !SITE.tournament("start", "t" + number).isEmpty());
        }
        await().atMost(PATIENCE)
                .until(() -> phase(ROUND_ROBIN).equals("finished")
                        && phase(KNOCKOUT).equals("finished")
                        && phase(KNOCKOUT_TABLES).equals("finished"));
    }

    private static JsonNode told(int number) throws IOException {
        return SITE.rest("tournaments/t" + number);
    }

    private static String phase(int number) throws IOException {
        return told(number).get("phase").asString();
    }

    private static Page open(Visit visit, int number) {
        Page page = visit.open("t/t" + number);
        page.locator("#standings-body tbody tr").first().waitFor();
        return page;
    }

    private static List<String> names(Page page) {
        return page.locator("#standings-body tbody [data-column=name] .name").allTextContents();
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void tableAndBracketCanBeReadEverywhere(Look look) {
        try (Visit visit = SITE.visit(look)) {
            open(visit, ROUND_ROBIN);
            visit.picture("round-robin");
            visit.assertFit();

            open(visit, KNOCKOUT);
            visit.picture("knockout");
            visit.assertFit();

            open(visit, KNOCKOUT_TABLES);
            visit.picture("knockout-tables");
            visit.assertFit();
        }
    }

    @Test
    void theTableIsTheServersAndACellLeadsToItsGame() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = open(visit, ROUND_ROBIN);

            assertThat(names(page))
                    .isEqualTo(told(ROUND_ROBIN)
                            .get("standings")
                            .valueStream()
                            .map(row -> row.get("name").asString())
                            .toList());
            assertThat(page.locator("#cross-body td a")).hasCount(BOTS * (BOTS - 1));
            assertThat(page.locator("#tournament-rules"))
                    .containsText(told(ROUND_ROBIN).get("seed").asString());
            page.locator("#cross-body td a").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/replay\\?game=g\\d+"));
        }
    }

    @Test
    void theBracketHasTheWinnerAndTheGamesOfEachSeries() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = open(visit, KNOCKOUT);

            assertThat(page.locator("#bracket section")).hasCount(2);
            assertThat(page.locator("#bracket section").last().locator("[data-won=true] .name"))
                    .hasText(told(KNOCKOUT).get("leader").asString());
            assertThat(page.locator("#bracket section").last().locator(".series-foot a"))
                    .not()
                    .hasCount(0);
        }
    }

    @Test
    void theTablesOfAKnockoutHaveWhoWentOnAndTheirGames() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = open(visit, KNOCKOUT_TABLES);

            Locator first = page.locator("#bracket section").first();
            Locator last = page.locator("#bracket section").last();
            assertThat(first.locator("li")).hasCount(2);
            assertThat(first.locator("[data-won=true]")).hasCount(4);
            assertThat(first.locator(".series-foot a")).hasCount(2);
            assertThat(last.locator("h3")).hasText("Final");
            assertThat(last.locator(".name").first())
                    .hasText(told(KNOCKOUT_TABLES).get("leader").asString());
        }
    }

    @Test
    void aBotIsSearchedForAndPinned() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = open(visit, ROUND_ROBIN);
            String last = names(page).getLast();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(last + " is mine"))
                    .click();
            assertThat(names(page)).first().isEqualTo(last);
            page.locator("#search").fill(last);
            assertThat(page.locator("#standings-body tbody tr")).hasCount(1);
            assertThat(page).hasURL(Pattern.compile(".*q=" + last + ".*"));
        }
    }

    @Test
    void anotherRoundIsChosen() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = open(visit, ROUND_ROBIN);

            page.locator("#round").selectOption("1");

            assertThat(page.locator("#rounds-body li")).hasCount(BOTS / 2);
            assertThat(page).hasURL(Pattern.compile(".*round=1.*"));
        }
    }

    @Test
    void theTableIsSavedAsTheServerWritesIt() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = open(visit, ROUND_ROBIN);

            Download saved =
                    page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                            .click());

            assertThat(Files.readString(saved.path()).strip())
                    .isEqualTo(SITE.tournament("show", "t" + ROUND_ROBIN, "--csv"));
        }
    }

    @Test
    void theConsoleTriesATournament() throws IOException {
        try (Visit visit = SITE.visit(Look.desk()).foretell("status 409", "(Conflict)")) {
            Page page = SITE.console(visit);
            Locator form = page.locator("#tournament");

            form.locator("[name=title]").fill("Tried out");
            form.locator("[name=format]").selectOption("knockout");
            form.locator("[name=bestOf]").fill("1");
            form.locator("[name=seconds]").fill("1");
            form.locator("[name=dummies]").fill("2");
            form.getByText("Try it with house bots").click();

            assertThat(form.locator(".outcome"))
                    .hasText("Try: done.", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(SITE.rest("tournaments")
                            .get("tournaments")
                            .valueStream()
                            .filter(row -> row.get("title").asString().equals("Tried out"))
                            .map(row -> row.get("format").asString())
                            .toList())
                    .containsExactly("knockout");
        }
    }

    @Test
    void theConsoleAnnouncesAndCancels() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = SITE.console(visit);
            Locator form = page.locator("#tournament");

            form.locator("[name=title]").fill("Called off");
            form.locator("[name=format]").selectOption("swiss_tables");
            form.locator("[name=size]").fill("3");
            form.locator("[name=allow]").fill("ann, bob");
            form.getByText("Announce the tournament", new Locator.GetByTextOptions().setExact(true))
                    .click();
            Locator row =
                    page.locator("#tournaments-body tr").filter(new Locator.FilterOptions().setHasText("Called off"));
            row.getByText("Cancel").click();
            page.locator("dialog[open] input").fill("rain");
            page.locator("dialog[open] .danger").click();

            assertThat(row).hasCount(0);
            visit.open("tournaments");
            page.locator("#list").getByText("Called off").click();
            assertThat(page.locator("#tournament-rules")).containsText("rain");
        }
    }
}
