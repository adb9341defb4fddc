package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.botpit.simulation.arena.Bot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The page of the running game against what the server says over REST. */
@Tag("browser")
class LivePageTest {
    /** Two beats of the feed, and the time that it takes to draw on a busy machine. */
    private static final int SOON_MILLIS = 1_500;

    private static final Duration STILL_WITHIN = Duration.ofSeconds(10);
    private static final String FIRST_MARKET = "BTC/USD";

    @RegisterExtension
    static final Site SITE = Site.shared();

    @Test
    void aRunningGameIsFoundAndMoves() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.LIVE.openIn(visit);

            assertThat(page).hasTitle(Pattern.compile("classic.*"));
            for (JsonNode row :
                    SITE.rest("games/" + Site.RUNNING + "/standings").get("standings")) {
                assertThat(page.locator("#standings"))
                        .containsText(row.get("name").asString());
            }
            assertThat(page.locator(".live")).containsText("LIVE");
            assertThat(page.locator(".light")).containsText(Pattern.compile("online|\\d+ ms"));
            String before = page.locator("#tape .print").nth(1).innerText();
            assertThat(page.locator("#tape .print").nth(1)).not().hasText(before);
        }
    }

    @Test
    void aRowThatMovesKeepsTheFocus() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.LIVE.openIn(visit);

            assertThat(visit.call("rows-that-move")).isEqualTo(List.of("third", "first"));
            assertThat(page.locator(":focus")).hasText("third");
        }
    }

    @Test
    void aLostConnectionIsToldAndMadeAgain() {
        try (Visit visit = SITE.visit(Look.phone())) {
            List<WebSocketRoute> lines = new ArrayList<>();
            visit.page().routeWebSocket(Pattern.compile(".*/feed\\?.*"), line -> {
                lines.add(line);
                line.connectToServer();
            });
            Page page = Sight.LIVE.openIn(visit);

            lines.getFirst().close();

            assertThat(page.locator("#banner")).containsText("Connection lost, the picture stands still.");
            visit.assertFit();
            assertThat(page.locator("#banner")).isHidden();
            assertThat(lines).hasSize(2);
        }
    }

    @Test
    void whatAPauseLeavesOnThePageIsWhatTheServerSays() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.LIVE.openIn(visit);
            SITE.admin("pause", "--game", Site.RUNNING);
            try {
                assertThat(page.locator("#head .phase")).hasText("Paused");
                JsonNode game = SITE.rest("games/" + Site.RUNNING);

                await().atMost(STILL_WITHIN)
                        .untilAsserted(() -> assertThat(Screen.of(visit)).containsAll(screen(game)));
            } finally {
                SITE.admin("resume", "--game", Site.RUNNING);
            }
            assertThat(page.locator("#head .phase")).hasText("Running");
        }
    }

    /** Table, mark and the newest trades of the first market. */
    private static List<String> screen(JsonNode game) throws IOException {
        List<String> lines = new ArrayList<>();
        game.get("standings").forEach(row -> lines.add(Screen.row(row)));
        lines.add(Screen.mark(game.get("marks").get(FIRST_MARKET)));
        List<String> trades = SITE.rest("games/" + Site.RUNNING + "/trades?limit=1000")
                .get("trades")
                .valueStream()
                .filter(trade -> trade.get("symbol").asString().equals(FIRST_MARKET))
                .map(Screen::trade)
                .toList();
        lines.addAll(trades.subList(Math.max(0, trades.size() - Screen.TRADES), trades.size()));
        return lines;
    }

    @Test
    void anOrderIsSeenAsSoonAsItRestsAndATradeAsSoonAsItHappened() throws Exception {
        String game = SITE.admin("open", "--title", "Quiet");
        try (Visit visit = SITE.visit(Look.desk());
                Bot cat = Bot.register(SITE.port(), "cat");
                Bot dan = Bot.register(SITE.port(), "dan")) {
            for (Bot bot : List.of(cat, dan)) {
                Site.done(bot, "join", Map.of("game", game));
            }
            Page page = visit.open("live?game=" + game);
            assertThat(page.locator("#standings .pick")).hasCount(2);
            assertThat(page.locator("#tape-empty")).isVisible();

            Site.done(cat, "buy", Map.of("price", "990", "size", "0.2468"));
            assertThat(page.locator("#ladder .level.bid").getByText("0.2468")).isVisible(soon());

            Site.done(dan, "sell_market", Map.of("size", "0.1357"));
            assertThat(page.locator("#tape .print").getByText("0.1357")).isVisible(soon());
            assertThat(page.locator("#ladder .level.bid").getByText("0.1111")).isVisible(soon());
            assertThat(page.locator("#standings .pick").first()).hasText("cat");
        }
        SITE.admin("end", "--game", game);
    }

    @Test
    void aGameOverForSoLongThatItHasNoFeedLeadsToItsReplay() {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = visit.open("live?game=" + Site.PAST);

            assertThat(page.locator("#notice h1")).hasText("This game is over");
            assertThat(page.locator("#banner")).isHidden();
            page.locator("#notice a").click();
            assertThat(page).hasURL(Pattern.compile(".*/replay\\?game=" + Site.PAST));
        }
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS);
    }
}
