package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.botpit.simulation.arena.ServerProcess;
import io.botpit.simulation.arena.TypeScript;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK for TypeScript plays in a page of somebody's own site, once the compiler has taken the types away. */
@Tag("browser")
class BrowserBotTest {
    private static final String PAGE = """
            <!doctype html><title>A bot</title><link rel="icon" href="data:,"><p id="told"></p>
            <script type="module">
              import { BotRunner, tokensInBrowser } from "./botpit.js";
              let size = "nothing";
              const strategy = (view, update) => {
                if (update.kind === "ready") {
                  return [{ kind: "limit", symbol: "ETH/USD", side: "buy", price: "1.00", size: "2" }];
                }
                if (update.kind === "beat" && view.orders.length === 1) {
                  size = view.orders[0].size;
                  runner.stop();
                }
                return [];
              };
              const bot = { name: "in-a-page", tokens: tokensInBrowser("token"), strategy };
              const runner = new BotRunner("ws://127.0.0.1:PORT", bot);
              const { kind } = await runner.run();
              told.textContent = `${kind} with ${size} of ${localStorage.getItem("token").length}`;
            </script>
            """;

    @TempDir
    private Path folder;

    @Test
    void aBotInAPageOffersAndLeavesAndKeepsItsToken() throws Exception {
        assumeTrue(Chromium.missing().isEmpty(), () -> Chromium.missing().orElseThrow());
        Path files = Files.createDirectory(folder.resolve("site"));
        TypeScript.compileSdk(files);
        HttpServer site = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), files, SimpleFileServer.OutputLevel.NONE);
        String origin = "http://127.0.0.1:" + site.getAddress().getPort();
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), "--allowed-origins", origin);
                Chromium chromium = Chromium.start();
                Visit visit = new Visit(chromium, origin, Look.desk().lit())) {
            Files.writeString(files.resolve("index.html"), PAGE.replace("PORT", String.valueOf(server.port())));
            site.start();
            Page page = visit.beside("http://127.0.0.1:" + server.port()).page();

            page.navigate(origin + "/");

            assertThat(page.locator("#told")).hasText("stopped with 2.0000000000 of 64");
        } finally {
            site.stop(0);
        }
    }
}
