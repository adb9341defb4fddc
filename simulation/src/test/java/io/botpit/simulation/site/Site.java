package io.botpit.simulation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.botpit.simulation.arena.Bot;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * The server that a class of tests looks at, with the browser it looks with. Who only looks shares one with the other
 * classes of this JVM; who acts on it has its own.
 */
final class Site implements BeforeAllCallback, AfterAllCallback {
    /** A game of house bots that was over before the server was started. */
    static final String PAST = "g1";
    /** How long that game was. */
    static final int PAST_SECONDS = 30;
    /** A game of house bots that is running. */
    static final String RUNNING = "g2";
    /** A game of two players that was over a moment ago. */
    static final String ENDED = "g3";
    /** A tournament that has not begun. */
    static final String TOURNAMENT = "t1";
    /** Who has played before, and plays now. */
    static final String BOT = "noise-1";

    private final boolean shared;
    private @Nullable Chromium chromium;
    private @Nullable World world;

    private Site(boolean shared) {
        this.shared = shared;
    }

    /** For tests that leave it as it was, but for games that they opened and ended. */
    static Site shared() {
        return new Site(true);
    }

    static Site own() {
        return new Site(false);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        assumeTrue(
                Chromium.missing().isEmpty(),
                () -> "The pages were NOT looked at in a browser: "
                        + Chromium.missing().orElseThrow());
        ExtensionContext.Store session =
                context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.GLOBAL);
        chromium = session.getOrComputeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
        world = shared ? session.getOrComputeIfAbsent(World.class, _ -> World.begin(), World.class) : World.begin();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (world != null && !shared) {
            world.close();
        }
    }

    private World world() {
        return Objects.requireNonNull(world);
    }

    int port() {
        return world().port();
    }

    String origin() {
        return world().origin();
    }

    Visit visit(Look look) {
        return new Visit(Objects.requireNonNull(chromium), origin(), look);
    }

    /** What the server says over REST. */
    JsonNode rest(String path) throws IOException {
        return world().rest(path);
    }

    /** Acts as the admin, with the program's command line. */
    String admin(String... words) {
        return world().run("admin", words);
    }

    /** Holds tournaments, likewise. */
    String tournament(String... words) {
        return world().run("tournament", words);
    }

    /** The referee's console, entered with the secret. */
    Page console(Visit visit) throws IOException {
        Page page = visit.open("admin");
        page.locator("#secret").fill(world().secret());
        page.keyboard().press("Enter");
        return page;
    }

    /** Sends a command that must be obeyed. */
    static void done(Bot bot, String command, Map<String, String> params) throws IOException, InterruptedException {
        JsonNode reply = bot.ask(command, params);
        assertThat(reply.get("status").asBoolean()).as(reply.toString()).isTrue();
    }
}
