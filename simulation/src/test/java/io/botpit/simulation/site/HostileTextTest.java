package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text of strangers is text on every page, whatever it tries to be. */
@Tag("browser")
class HostileTextTest {
    private static final String HOSTILE = "<img src=x onerror=hurt()>";
    /** The server lets nobody have a hostile name, so some are changed on the way. */
    private static final Pattern NAME = Pattern.compile("\"(noise-1|ann)\"");

    private static final String HARM = "() => document.querySelectorAll('img, iframe, script[src^=\"data\"]').length";

    @RegisterExtension
    static final Site SITE = Site.own();

    @Test
    void whatTheRefereeWritesIsText() {
        SITE.admin("announce", HOSTILE);
        SITE.admin("open", "--title", HOSTILE, "--paused");
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = Sight.LIVE.openIn(visit);

            assertThat(page.locator("#log")).containsText(HOSTILE);
            assertThat(page.locator("#head .games")).containsText(HOSTILE);
            page.locator("#head .games button").getByText(HOSTILE).click();
            assertThat(page).hasTitle(HOSTILE + " \u00b7 Botpit");
            assertThat(page.evaluate(HARM)).isEqualTo(0);
        }
    }

    /** Details are those of a name in the address. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DETAILS")
    void aHostileNameIsText(Sight sight) {
        try (Visit visit = SITE.visit(Look.desk())) {
            visit.context().routeWebSocket(Pattern.compile("/feed"), HostileTextTest::renameInFrames);
            visit.context().route(Pattern.compile("/api/v1/"), HostileTextTest::renameInAnswer);
            Page page = sight.openIn(visit);

            if (sight.isAboutBots()) {
                assertThat(page.getByText(HOSTILE).first()).isVisible();
            }
            assertThat(page.evaluate(HARM)).isEqualTo(0);
        }
    }

    private static String renamed(String text) {
        return NAME.matcher(text).replaceAll('"' + HOSTILE + '"');
    }

    private static void renameInFrames(WebSocketRoute page) {
        WebSocketRoute server = page.connectToServer();
        server.onMessage(frame -> page.send(renamed(frame.text())));
    }

    private static void renameInAnswer(Route route) {
        var answer = route.fetch();
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(renamed(answer.text())));
    }
}
