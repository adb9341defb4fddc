package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Leaderboard, bots, replays and one bot's results against what the server says over REST. */
@Tag("browser")
class ListsTest {
    private static final String LIST_OF_BOTS = "**/api/v1/bots?*";
    private static final String LIST_OF_TOURNAMENTS = "**/api/v1/tournaments?*";
    private static final long TYPED_MILLIS = 1_000;
    private static final long RETRY_MILLIS = 6_000;

    @RegisterExtension
    static final Site SITE = Site.shared();

    private static Stream<JsonNode> rows(String path, String key) throws IOException {
        return SITE.rest(path).get(key).valueStream();
    }

    private static List<String> names(Page page, String table) {
        return page.locator(table + " tbody [data-column=name] .name").allTextContents();
    }

    @Test
    void theLeaderboardIsTheServersAndEveryHeadSortsIt() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.LEADERBOARD.openIn(visit);
            List<String> byRank = rows("leaderboard", "rows")
                    .map(row -> row.get("name").asString())
                    .toList();

            assertThat(names(page, "#leaderboard-body")).isEqualTo(byRank);
            assertThat(page.locator("#tournament-body")).containsText("Spring cup");
            assertThat(page.locator("#leaderboard-body [data-column=totalScore]").allTextContents().stream()
                            .skip(1)
                            .toList())
                    .isEqualTo(rows("leaderboard", "rows")
                            .map(row -> Screen.signed(row.get("totalScore")))
                            .toList());
            Locator rank = page.locator("#leaderboard-body th[data-column=rank] button");
            rank.focus();
            page.keyboard().press("Enter");
            assertThat(names(page, "#leaderboard-body")).isEqualTo(byRank.reversed());
        }
    }

    @Test
    void theLeaderboardWaitsForNoTournament() {
        try (Visit visit = SITE.visit(Look.desk())) {
            List<Route> unanswered = new ArrayList<>();
            visit.page().route(LIST_OF_TOURNAMENTS, unanswered::add);

            Page page = visit.open("");

            assertThat(page.locator("#leaderboard-body tbody tr").first()).isVisible();
            assertThat(page.locator("#tournament")).isHidden();
            assertThat(unanswered).hasSize(1);
        }
    }

    @Test
    void theGamesThatGoOnAreTheWayToWatchThem() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.LEADERBOARD.openIn(visit);

            page.locator("#now a.card").first().click();

            assertThat(page).hasURL(Pattern.compile(".*/live\\?game=" + Site.RUNNING));
        }
    }

    @Test
    void aSearchLeavesWhatFitsAndStaysInTheAddress() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.REPLAYS.openIn(visit);
            assertThat(page.locator("#list tbody tr"))
                    .hasCount((int) rows("games?phase=ended", "games").count());

            page.locator("#search").fill("SMALL");
            page.keyboard().press("Enter");

            assertThat(page.locator("#list tbody tr")).hasCount(1);
            assertThat(page.locator("#list tbody tr")).containsText("Small one");
            assertThat(page).hasURL(Pattern.compile(".*q=SMALL.*"));
        }
    }

    @Test
    void theSpaceBetweenTwoWordsStaysWhileTheListIsSearched() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.REPLAYS.openIn(visit);

            page.locator("#search").fill("small ");

            assertThat(page.locator("#list tbody tr")).hasCount(1);
            assertThat(page.locator("#search")).hasValue("small ");
        }
    }

    @Test
    void enterGoesToNoHitOfAnEarlierSearch() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.REPLAYS.openIn(visit);
            Locator search = page.locator(".topbar input[type=search]");
            search.fill("noise");
            assertThat(page.locator("#search-hits a").first()).hasText(Pattern.compile("noise-1.*"));

            search.fill("market-maker");
            search.press("Enter");

            assertThat(page).hasURL(Pattern.compile(".*/bots?\\?.*=market-maker.*"));
        }
    }

    @Test
    void allBotsAreListedAndEachHasItsResults() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.BOTS.openIn(visit);
            assertThat(names(page, "#list"))
                    .isEqualTo(rows("bots", "bots")
                            .map(row -> row.get("name").asString())
                            .toList());

            page.locator("#list tbody").getByText(Site.BOT).click();

            assertThat(page).hasTitle(Pattern.compile(Site.BOT + ".*"));
            assertThat(page.locator("#results-body tbody tr"))
                    .hasCount((int) rows("bots/" + Site.BOT, "results").count());
            assertThat(page.locator("#rivals-body tbody tr")).hasCount(4);
        }
    }

    @Test
    void aListSaysThatItLoadsThatItIsEmptyAndThatNobodyAnswersAndAsksAgain() {
        try (Visit visit = SITE.visit(Look.phone()).foretell("ERR_FAILED")) {
            Page page = visit.page();
            Locator note = page.locator("#list .placeholder");
            List<Route> asked = new ArrayList<>();
            page.clock().install();
            page.route(LIST_OF_BOTS, asked::add);
            visit.open("bots");
            assertThat(note).hasText("Loading\u2026");

            asked.getFirst().fulfill(new Route.FulfillOptions().setBody("{\"bots\": []}"));
            assertThat(note).hasText("No bot has finished a game yet.");
            visit.assertFit();

            page.locator("#search").fill("n");
            page.clock().fastForward(TYPED_MILLIS);
            page.waitForCondition(() -> asked.size() == 2);
            asked.getLast().abort();
            assertThat(note).hasText("The server does not answer.");

            page.unroute(LIST_OF_BOTS);
            page.clock().fastForward(RETRY_MILLIS);
            assertThat(page.locator("#list tbody tr").first()).isVisible();
        }
    }

    @Test
    void whatABotDidInAGameIsBesideIt() throws IOException {
        JsonNode did = SITE.rest("games/" + Site.ENDED + "/bots/ann");
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = visit.open("live?game=" + Site.ENDED + "&bot=ann&details=1");
            Locator drawer = page.locator("#drawer");

            assertThat(drawer.locator(".drawer-facts")).containsText("1st of 2");
            assertThat(did.get("orders").get(0).get("end").asString()).isEqualTo("filled");
            assertThat(drawer.locator(".drawer-orders")).containsText("990.00");
            assertThat(drawer.locator(".drawer-orders")).containsText("maker");
            visit.picture("drawer");
            page.keyboard().press("Escape");
            assertThat(drawer).isHidden();
        }
    }
}
