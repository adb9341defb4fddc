package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A finished game against the frames that it is made of, and the keys and links that lead to its seconds. */
@Tag("browser")
class ReplayPageTest {
    private static final int JUMPS = 20;
    private static final long SEED = 5;

    @RegisterExtension
    static final Site SITE = Site.shared();

    @Test
    void everySecondIsWhatTheFramesSay() throws IOException {
        JsonNode replay = SITE.rest("games/" + Site.PAST + "/replay");
        try (Visit visit = SITE.visit(Look.desk().asStill())) {
            Page page = Sight.REPLAY.openIn(visit);

            for (int second :
                    new Random(SEED).ints(JUMPS, 0, Site.PAST_SECONDS + 1).toArray()) {
                page.locator("#scrubber").fill(String.valueOf(second));
                assertThat(page.locator("#bar .when b")).hasText(String.format(Locale.ROOT, "0:%02d", second));

                assertThat(Screen.of(visit)).as("second " + second).isEqualTo(Fold.screenAt(replay, second));
            }
        }
    }

    @Test
    void theEndIsTheTableOfTheGame() throws IOException {
        List<String> table = SITE.rest("games/" + Site.PAST + "/standings")
                .get("standings")
                .valueStream()
                .map(Screen::row)
                .toList();
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = visit.open("replay?game=" + Site.PAST);

            assertThat(page.locator("#stage .podium li")).hasCount(3);
            assertThat(page.locator("#standings-title")).hasText("Final standings");
            assertThat(Screen.of(visit)).startsWith(table.toArray(String[]::new));
        }
    }

    @Test
    void itTellsWhatWasProvedOfTheGame() throws IOException {
        JsonNode journal = SITE.rest("games/" + Site.PAST + "/replay").get("journal");
        String chain = journal.get("chain").asString();
        String commands =
                String.format(Locale.ROOT, "%,d", journal.get("commands").asLong());
        try (Visit visit = SITE.visit(Look.desk())) {
            Locator facts = Sight.REPLAY.openIn(visit).locator("#integrity .pairs dd");

            assertThat(facts.nth(0)).hasText("equals the record, " + commands + " commands");
            assertThat(facts.nth(1)).hasText(chain.substring(0, 12) + "\u2026");
            assertThat(facts.nth(1).locator("button")).hasAttribute("title", "Copy " + chain);
        }
    }

    @Test
    void theDrawerOfALinkHasItsChartsAndKeepsThemInAnotherTheme() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = visit.open("replay?game=" + Site.PAST + "&t=20&details=1&bot=" + Site.BOT);
            Locator charts = page.locator("#drawer .drawer-charts canvas");

            assertThat(charts).hasCount(3);
            for (String theme : List.of("Dark", "Light")) {
                page.getByTitle(theme + " theme").click();
                assertThat(charts).hasCount(3);
            }
            assertThat(page.locator("#drawer .drawer-charts figure .note.figures")
                            .first())
                    .hasText(page.locator("#drawer .drawer-facts dd").nth(2).innerText());
        }
    }

    @Test
    void keysMoveThroughTheGame() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.REPLAY.openIn(visit);
            Locator time = page.locator("#bar .when b");

            press(page, "Home", "0:00");
            press(page, "ArrowRight", "0:01");
            press(page, "Shift+ArrowRight", "0:11");
            press(page, "ArrowLeft", "0:10");
            press(page, "Shift+ArrowLeft", "0:00");
            page.keyboard().press("End");
            assertThat(time).hasText("0:" + Site.PAST_SECONDS);
            press(page, "Home", "0:00");
            page.keyboard().press("e");
            assertThat(time).not().hasText("0:00");
            press(page, "Home", "0:00");
            page.keyboard().press(".");
            assertThat(page).hasURL(Pattern.compile(".*speed=2.*"));
            page.keyboard().press("Space");
            assertThat(page.locator("#toggle")).hasText("Pause");
            assertThat(time).hasText(Pattern.compile("0:(0[2-9]|1\\d)"));
            page.keyboard().press("Space");
            assertThat(page.locator("#toggle")).hasText("Play");
            page.keyboard().press("1");
            assertThat(page.locator("#standings [aria-pressed=true]")).hasCount(1);
            page.keyboard().press("?");
            assertThat(page.locator("dialog[open]")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog[open]")).hasCount(0);
            page.keyboard().press("/");
            assertThat(page.locator("header input[type=search]")).isFocused();
        }
    }

    private static void press(Page page, String key, String time) {
        page.keyboard().press(key);
        assertThat(page.locator("#bar .when b")).hasText(time);
    }

    @Test
    void aLinkLeadsToASecondAndABot() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = visit.open("g/" + Site.PAST + "?t=17&bot=" + Site.BOT);

            assertThat(page).hasURL(Pattern.compile(".*/replay\\?game=" + Site.PAST + "&t=17.*"));
            assertThat(page.locator("#bar .when b")).hasText("0:17");
            assertThat(page.locator("#standings [aria-pressed=true]")).hasText(Site.BOT);
        }
    }

    @Test
    void whatCannotBeShownIsSaid() {
        try (Visit visit = SITE.visit(Look.desk()).foretell("status 404", "status 409", "(Not Found)", "(Conflict)")) {
            visit.open("replay?game=g99");
            assertThat(visit.page().locator("#notice")).containsText("g99");
            visit.open("replay?game=" + Site.RUNNING);
            assertThat(visit.page().locator("#notice a[href*=live]").first()).isVisible();
        }
    }
}
