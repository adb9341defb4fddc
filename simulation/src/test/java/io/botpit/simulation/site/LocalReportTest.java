package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.botpit.server.Main;
import io.botpit.server.cli.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of a local game: one file, opened from the disk, that asks nobody for anything. */
@Tag("browser")
class LocalReportTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theFileShowsTheGameWithoutAServer(ColorScheme scheme) {
        Assumptions.assumeTrue(Chromium.missing().isEmpty(), () -> String.valueOf(Chromium.missing()));
        Path file = folder.resolve("report.html");
        JsonNode winner = played(file).get("standings").get(0);
        List<String> asked = new ArrayList<>();
        List<String> complaints = new ArrayList<>();

        try (Chromium chromium = Chromium.start();
                BrowserContext context = chromium.context(new Browser.NewContextOptions().setColorScheme(scheme))) {
            Page page = context.newPage();
            page.onRequest(request -> asked.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(file.toUri().toString());

            assertThat(page.locator("html"))
                    .hasAttribute("data-theme", scheme.name().toLowerCase(Locale.ROOT));
            assertThat(page.locator("#stage h2")).hasText(winner.get("name").asString() + " wins");
            assertThat(page.locator("#standings")).containsText(Screen.signed(winner.get("score")));
            assertThat(page.locator("#race canvas").first()).isVisible();
            assertThat(page.locator("#price canvas").first()).isVisible();
            page.keyboard().press("Home");
            assertThat(page.locator("#bar .when b")).hasText("0:00");
        }
        assertThat(asked).allMatch(url -> url.equals(file.toUri().toString()));
        assertThat(complaints).isEmpty();
    }

    private static JsonNode played(Path file) {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()), Map.of(), false);
        assertThat(Main.run(terminal, "play", "--bots=noise", "--time-limit=120", "--json", "--report=" + file))
                .isZero();
        return JsonMapper.shared().readTree(out.toString());
    }
}
