package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.botpit.simulation.arena.Bot;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The referee's console: every button does what the server then says that it is. */
@Tag("browser")
class AdminPageTest {
    private static final Map<String, String> ORDER = Map.of("price", "900", "size", "1");
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final Site SITE = Site.own();

    private static Page enter(Visit visit) throws IOException {
        Page page = SITE.console(visit);
        assertThat(page.locator("#console")).isVisible();
        assertThat(button(page, "Pause " + Site.RUNNING)).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void awaitPhase(String game, String phase) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(SITE.rest("games/" + game).get("phase").asString())
                                .isEqualTo(phase));
    }

    static List<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theConsoleCanBeReadEverywhere(Look look) throws IOException {
        try (Visit visit = SITE.visit(look)) {
            Page page = enter(visit);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Bots").setExact(true))
                    .first()
                    .click();
            page.locator("#players-body tbody tr").first().waitFor();
            page.locator("#audit-body tbody tr").first().waitFor();

            visit.picture("console");
            visit.assertFit();
        }
    }

    @Test
    void aWrongSecretOpensNothing() {
        try (Visit visit = SITE.visit(Look.desk()).foretell("status 401", "(Unauthorized)")) {
            Page page = visit.open("admin");

            page.locator("#secret").fill("guessed");
            page.keyboard().press("Enter");

            assertThat(page.locator("#login-outcome")).not().isEmpty();
            assertThat(page.locator("#console")).isHidden();
        }
    }

    @Test
    void aGameIsPausedAndGoesOn() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = enter(visit);

            button(page, "Pause " + Site.RUNNING).click();
            awaitPhase(Site.RUNNING, "paused");
            button(page, "Resume " + Site.RUNNING).click();
            awaitPhase(Site.RUNNING, "running");

            assertThat(page.locator("#audit-body")).containsText("resume");
        }
    }

    @Test
    void aGameIsOpenedAnnouncedAndEnded() throws IOException {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = enter(visit);

            page.locator("#open [name=title]").fill("From the console");
            page.locator("#open [name=minutes]").fill("5");
            button(page, "Open").click();
            assertThat(page.locator("#games-body")).containsText("From the console");
            String game = idOf("From the console");
            assertThat(SITE.rest("games/" + game)
                            .get("rules")
                            .get("timeLimitMs")
                            .asLong())
                    .isEqualTo(300_000);

            page.locator("#announce [name=text]").fill("Tea is ready");
            button(page, "Announce").click();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(SITE.rest("games/" + game + "/log").toString())
                                    .contains("Tea is ready"));

            button(page, "End " + game).click();
            page.locator("dialog[open]").getByText("Leave it").click();
            assertThat(page.locator("dialog")).hasCount(0);
            button(page, "End " + game).click();
            page.locator("dialog[open] .danger").click();
            awaitPhase(game, "ended");
            assertThat(page.locator("#games-body")).not().containsText("From the console");
        }
    }

    @Test
    void aPlayerIsFrozenThawedAndKicked() throws Exception {
        String game = SITE.admin("open", "--title", "Strict");
        try (Visit visit = SITE.visit(Look.desk());
                Bot eve = Bot.register(SITE.port(), "eve")) {
            Site.done(eve, "join", Map.of("game", game));
            Page page = enter(visit);
            page.locator("#games-body tr")
                    .filter(new Locator.FilterOptions().setHasText("Strict"))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bots"))
                    .click();

            Site.done(eve, "buy", ORDER);
            act(page, "Cancel orders: eve");
            assertThat(eve.ask("orders").get("data").toString()).doesNotContain("\"id\"");
            act(page, "Freeze: eve");
            assertThat(eve.ask("buy", ORDER).get("code").asString()).isEqualTo("player_frozen");
            act(page, "Thaw: eve");
            Site.done(eve, "buy", ORDER);
            button(page, "Kick: eve").click();
            page.locator("dialog[open] .danger").click();
            assertThat(eve.nextUnlessClosed()).isEmpty();
        }
    }

    private static void act(Page page, String name) {
        button(page, name).click();
        assertThat(page.locator("#players-body .outcome")).hasText(name + ": done.");
    }

    private static String idOf(String title) throws IOException {
        return SITE.rest("games")
                .get("games")
                .valueStream()
                .filter(game -> game.get("title").asString().equals(title))
                .map(game -> game.get("id").asString())
                .findFirst()
                .orElseThrow();
    }
}
