package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A live view in a page of another origin: what it says, what it hears, and that nothing else can be framed. */
@Tag("browser")
class EmbedTest {
    private static final int ENDED_WITHIN_MILLIS = 15_000;

    @RegisterExtension
    static final Site SITE = Site.shared();

    private static List<JsonNode> heard(Page page, String type) {
        return page.locator("#heard li").allTextContents().stream()
                .map(line -> line.split(" ", 2))
                .peek(line -> assertThat(line[0]).isEqualTo(SITE.origin()))
                .map(line -> JsonMapper.shared().readTree(line[1]))
                .filter(message -> message.get("type").asString().equals(type))
                .toList();
    }

    private static Locator told(Page page, String type) {
        return page.locator("#heard li").filter(new Locator.FilterOptions().setHasText("\"type\":\"" + type + "\""));
    }

    @Test
    void theViewTellsThePageAroundItWhatHappens() throws IOException {
        String game = SITE.admin("open", "--title", "Framed", "--time-limit", "600");
        try (HostPage host = HostPage.around(SITE.origin() + "/embed?theme=dark&game=" + game);
                Visit visit = SITE.visit(Look.desk().lit()).beside(host.origin())) {
            Page page = visit.page();
            page.navigate(host.origin() + "/");

            told(page, "ready").first().waitFor();
            told(page, "size").first().waitFor();
            SITE.admin("end", "--game", game);
            assertThat(told(page, "over")).hasCount(1, within(ENDED_WITHIN_MILLIS));

            JsonNode ready = heard(page, "ready").getFirst();
            assertThat(ready.get("source").asString()).isEqualTo("botpit");
            assertThat(ready.get("game").asString()).isEqualTo(game);
            assertThat(ready.get("title").asString()).isEqualTo("Framed");
            assertThat(heard(page, "size").getLast().get("height").asInt()).isBetween(50, 2_000);
            assertThat(heard(page, "over").getFirst().get("phase").asString()).isEqualTo("ENDED");
        }
    }

    private static LocatorAssertions.HasCountOptions within(int millis) {
        return new LocatorAssertions.HasCountOptions().setTimeout(millis);
    }

    @Test
    void theViewCountsTheSecondsAndDoesAsItIsTold() throws IOException {
        try (HostPage host = HostPage.around(SITE.origin() + "/embed?theme=dark&game=" + Site.RUNNING);
                Visit visit = SITE.visit(Look.desk().lit()).beside(host.origin())) {
            Page page = visit.page();
            page.navigate(host.origin() + "/");
            FrameLocator view = page.frameLocator("#view");
            assertThat(view.locator("html")).hasAttribute("data-theme", "dark");

            told(page, "second").nth(2).waitFor();
            say(page, "{source: 'botpit-host', type: 'select', bot: '" + Site.BOT + "'}");
            assertThat(view.locator("#standings [aria-pressed=true]")).hasText(Site.BOT);
            say(page, "{source: 'botpit-host', type: 'theme', theme: 'light'}");
            assertThat(view.locator("html")).hasAttribute("data-theme", "light");
            say(page, "{source: 'botpit-host', type: 'select', bot: null}");
            assertThat(view.locator("#standings [aria-pressed=true]")).hasCount(0);

            List<Long> seconds = heard(page, "second").stream()
                    .map(message -> message.get("t").asLong())
                    .toList();
            assertThat(seconds).isSorted().doesNotHaveDuplicates();
            assertThat(loaded(page)).contains("uPlot.iife").doesNotContain("lightweight-charts");
            visit.picture("embed");
        }
    }

    private static String loaded(Page page) {
        return String.valueOf(page.frames()
                .getLast()
                .evaluate("() => performance.getEntriesByType('resource').map(each => each.name).join()"));
    }

    private static void say(Page page, String message) {
        page.evaluate("() => document.getElementById('view').contentWindow.postMessage(" + message + ", '*')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "live", "replay", "admin", "docs", "tv", "bots"})
    void noOtherPageStandsInAFrame(String path) throws IOException {
        try (HostPage host = HostPage.around(SITE.origin() + "/" + path);
                Visit visit = SITE.visit(Look.desk())
                        .beside(host.origin())
                        .foretell("frame-ancestors", "X-Frame-Options", "ERR_BLOCKED_BY_RESPONSE")) {
            Page page = visit.page();
            page.navigate(host.origin() + "/");

            assertThat(page.frameLocator("#view").locator("header.topbar")).hasCount(0);
            assertThat(page.frames().getLast().url()).startsWith("chrome-error:");
        }
    }
}
