package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The site as visitors get it: its files, the documents, short links, and what may be framed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiteTest {
    private static final Path SOURCES = Path.of("../docs");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    private Pit pit;

    @BeforeAll
    void open() {
        pit = Pit.open();
    }

    @AfterAll
    void close() {
        pit.close();
    }

    @Test
    void onlyThePageThatIsMadeForItStandsInFrames() throws Exception {
        HttpHeaders embedded = pit.get("/embed?game=g1").headers();

        assertThat(embedded.firstValue("Content-Security-Policy"))
                .contains(SecurityHeaders.POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
        assertThat(embedded.firstValue("X-Frame-Options")).isEmpty();
        assertThat(embedded.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(pit.get("/embed/").headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(pit.get("/api/v1/games").headers().firstValue("X-Frame-Options"))
                .contains("DENY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /live/g12          | ../live?game=g12
            /g/g12?t=83        | ../replay?game=g12&t=83
            /b/Ann.house       | ../bot?name=Ann.house
            /t/t3?round=2      | ../tournament?id=t3&round=2
            """)
    void aShortLinkLeadsToItsPage(String path, String page) throws Exception {
        HttpResponse<String> answer = pit.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(page);
    }

    @Test
    void thePageIsServedFromTheClassPathOnly() throws Exception {
        HttpResponse<String> page = pit.get("/");
        HttpResponse<String> docs = pit.get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("ETag")).isPresent();
        assertThat(docs.statusCode()).isEqualTo(200);
        assertThat(docs.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(pit.get("/robots.txt").statusCode()).isEqualTo(200);
        assertThat(pit.get("/io/botpit/server/Main.class").statusCode()).isEqualTo(404);
        assertThat(pit.get("/logback.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void whatThePageOfDocumentsLinksToIsServedHere() throws Exception {
        List<String> links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(pit.get("/docs").body())
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links).contains("docs/first-bot", "docs/protocol/arena", "docs/scoring", "api/v1/openapi.yaml");
        for (String link : links) {
            assertThat(pit.get(URI.create("/docs").resolve(link).toString()).statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
    }

    /** All that the build copies, so that none is forgotten in the list. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".md") || file.endsWith(".yaml"))
                    .filter(file -> !file.startsWith("protocol/transcripts"))
                    .map(file -> file.replaceFirst("\\.\\w+$", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void allItsLinksLeadSomewhere(String name) throws Exception {
        String path = "/docs/" + name;
        HttpResponse<String> page = pit.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("aria-current=\"page\"").doesNotContain("{{");
        Set<String> addresses = new TreeSet<>();
        ADDRESS.matcher(page.body()).results().forEach(found -> addresses.add(found.group(1)));
        for (String address : addresses) {
            if (!address.matches("[a-z]+:.*")) {
                URI target = URI.create(path).resolve(address);
                assertThat(leadsSomewhere(target)).as(address).isTrue();
            }
        }
    }

    private boolean leadsSomewhere(URI target) throws Exception {
        HttpResponse<String> answer = pit.get(target.getPath());
        String fragment = target.getFragment();
        return answer.statusCode() == 200
                && (fragment == null
                        || ID.matcher(answer.body())
                                .results()
                                .anyMatch(id -> id.group(1).equals(fragment)));
    }

    @Test
    void markdownBecomesAPage() throws Exception {
        String rules = pit.get("/docs/rules").body();
        String operations = pit.get("/docs/operations").body();
        String bot = pit.get("/docs/first-bot").body();

        assertThat(rules)
                .contains("<title>The rules of a game · Botpit</title>", "<h2 id=\"table\">Table</h2>", "<table>");
        assertThat(operations).contains("<a href=\"rules\">", "<a href=\"reliability#crash\">", "<pre tabindex=\"0\">");
        assertThat(bot).contains("<a>").doesNotContain(".md\"");
    }

    @Test
    void yamlIsShownAsItIs() throws Exception {
        assertThat(pit.get("/docs/protocol/asyncapi").body())
                .contains("<title>asyncapi.yaml · Botpit</title>", "<code>asyncapi: 3.0.0");
        assertThat(pit.get("/docs/protocol/asyncapi.yaml").body()).startsWith("asyncapi: 3.0.0");
        assertThat(pit.get("/docs/rules.md").body()).startsWith("# The rules of a game");
    }

    @Test
    void markupInADocumentStaysText() {
        String text = "<script>a()</script>\n\n# x\n\na <b onclick=c>b</b>\n\n```mermaid\nA-->B\n```\n";

        assertThat(new Documents()
                        .renderer("rules.md")
                        .render(Documents.parser().parse(text)))
                .isEqualTo("""
                        <p>&lt;script&gt;a()&lt;/script&gt;</p>
                        <h1 id="x">x</h1>
                        <p>a &lt;b onclick=c&gt;b&lt;/b&gt;</p>
                        <pre tabindex="0"><code class="language-mermaid">A--&gt;B
                        </code></pre>
                        """);
    }

    @Test
    void whoTakesGzipGetsLessAndTheSame() throws Exception {
        HttpResponse<String> plain = pit.get("/js/shell.js");
        HttpRequest wanted = HttpRequest.newBuilder(pit.uri("/js/shell.js"))
                .header("Accept-Encoding", "br, gzip")
                .build();
        HttpResponse<byte[]> packed = pit.client.send(wanted, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(packed.body()).hasSizeLessThan(plain.body().length() / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
        }
        assertThat(packed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(pit.get("/js/shell.js", "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void whoHasThePageIsToldSo() throws Exception {
        HttpResponse<String> first = pit.get("/docs/glossary");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(pit.get("/docs/glossary", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
}
