package io.botpit.simulation.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium that is installed, if possible the one without windows, which takes less of the processor; driven over the
 * Node that is installed: Playwright's own copies of both are 400 MB. Belongs to the thread that started it.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> BROWSERS =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path node, Path executable) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable));
    }

    /** What to install before a page can be looked at. */
    static Optional<String> missing() {
        if (found(BROWSERS).isEmpty()) {
            return Optional.of("none of " + BROWSERS + " is on the PATH");
        }
        return found(List.of("node")).isEmpty()
                ? Optional.of("`node` (20 or later), which drives the browser, is not on the PATH")
                : Optional.empty();
    }

    static Chromium start() {
        return new Chromium(
                found(List.of("node")).orElseThrow(), found(BROWSERS).orElseThrow());
    }

    private static Optional<Path> found(List<String> names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    BrowserContext context(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
