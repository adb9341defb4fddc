package io.botpit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the strict content security policy and "works offline" need of the files, checked without a browser. */
class PageFilesTest {
    private static final Path ROOT = Path.of("src/main/resources/web");
    private static final Path BUILT = Path.of("target/classes/web");
    private static final int LINES_MAX = 300;
    /** Routes of the server. */
    private static final String CONTRACT = "api/v1/openapi.yaml";

    private static final String DOCUMENTS = "docs";

    private static final Map<String, String> VENDORED = Map.of(
            "lightweight-charts-5.2.1/lightweight-charts.standalone.production.mjs",
            "1bb1ee79f9d4dd17261b53d930f7a8995748276f80e7ba0e24412b5068062f5f",
            "lightweight-charts-5.2.1/LICENSE",
            "70c9d5382506dd184465425c08a99ad9bd6d9ac1313c252968ba0b585e5ef823",
            "lightweight-charts-5.2.1/NOTICE",
            "1f77c00550ad60813f63bd9cbb97bb8300a1c708d7da55f3ee49773f2bb37b43",
            "uplot-1.6.32/uPlot.iife.min.js",
            "19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
            "uplot-1.6.32/uPlot.min.css",
            "df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
            "uplot-1.6.32/LICENSE",
            "8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd");

    private static final Pattern OUTSIDE = Pattern.compile("(?:https?|wss?):?//[^\\s\"'`)<>]+|(?<=[\"'(])//[\\w.-]+");
    /** Names of things, not addresses that are asked for; and the one credit a visitor may follow. */
    private static final Set<String> HARMLESS = Set.of("http://www.w3.org/2000/svg", "https://www.tradingview.com/");

    private static final Pattern INLINE = Pattern.compile(
            "<style|<script(?![^>]*\\ssrc=)|\\sstyle\\s*=|<[^>]*\\son\\w+\\s*=|javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT_AS_MARKUP = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|\\beval\\(|new Function|srcdoc"
                    + "|setAttribute\\(\\s*[\"']style");
    /** The server makes a page of each document. */
    private static final Pattern DOCUMENT = Pattern.compile("docs/[A-Za-z0-9/-]+");

    private static final Pattern REFERENCE =
            Pattern.compile("(?:href|src)=\"([^\"#:]+)\"|(?:from |import\\()\"(\\.[^\"]+)\"");

    @TestFactory
    Stream<DynamicTest> vendoredFilesAreWhatTheirAuthorsPublished() {
        return VENDORED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(sha256(ROOT.resolve("vendor").resolve(entry.getKey())))
                                .isEqualTo(entry.getValue())));
    }

    @Test
    void nothingElseIsVendored() throws IOException {
        Path vendor = ROOT.resolve("vendor");

        assertThat(files(vendor))
                .map(file -> vendor.relativize(file).toString().replace('\\', '/'))
                .containsExactlyInAnyOrderElementsOf(VENDORED.keySet());
    }

    @TestFactory
    Stream<DynamicTest> ourFilesAskNobodyOutside() throws IOException {
        return each(file -> assertThat(matches(OUTSIDE, file))
                .filteredOn(url -> !HARMLESS.contains(url))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> styleAndScriptStandInFilesOfTheirOwn() throws IOException {
        return each(file -> assertThat(matches(isMarkup(file) ? INLINE : TEXT_AS_MARKUP, file))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> filesAreSmall() throws IOException {
        return each(file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(LINES_MAX));
    }

    @TestFactory
    Stream<DynamicTest> whatAFileRefersToIsThere() throws IOException {
        return each(file -> assertThat(references(file))
                .allSatisfy(target -> assertThat(target).exists()));
    }

    @Test
    void everyDocumentIsOnTheListOfDocuments() throws IOException {
        List<String> listed = matches(DOCUMENT, ROOT.resolve("docs.html"));

        try (Stream<Path> documents = Files.list(BUILT.resolve(DOCUMENTS))) {
            assertThat(documents.map(each -> String.valueOf(each.getFileName())).filter(each -> each.endsWith(".md")))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(listed).contains("docs/" + each.replace(".md", "")));
        }
    }

    @Test
    void theCreditsOfTheChartLibraryAreOnThePage() throws IOException {
        String notice = Files.readString(ROOT.resolve("vendor/lightweight-charts-5.2.1/NOTICE"));

        assertThat(notice).contains("TradingView Lightweight Charts", "Copyright (c) 2026 TradingView, Inc.");
        assertThat(Files.readString(ROOT.resolve("js/shell.js")))
                .contains("TradingView Lightweight Charts", "2026", "href: \"https://www.tradingview.com/\"");
        assertThat(Files.readString(ROOT.resolve("js/views/price.js"))).contains("attributionLogo: false");
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return files(ROOT).stream()
                .filter(file -> !file.startsWith(ROOT.resolve("vendor")))
                .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check.of(file)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isMarkup(Path file) {
        return file.toString().endsWith(".html") || file.toString().endsWith(".svg");
    }

    private static List<String> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<Path> references(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        return REFERENCE
                .matcher(Files.readString(file))
                .results()
                .map(match -> Objects.requireNonNullElseGet(match.group(1), () -> match.group(2)))
                .filter(target -> !target.equals(CONTRACT) && !target.equals(DOCUMENTS))
                .map(target -> DOCUMENT.matcher(target).matches() ? target + ".md" : target)
                .map(BUILT.resolve(ROOT.relativize(folder))::resolve)
                .toList();
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private interface Check {
        void of(Path file) throws IOException;
    }
}
