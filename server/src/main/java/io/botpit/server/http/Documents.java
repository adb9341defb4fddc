package io.botpit.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The documents of the class path as pages of the site. All are read when the first one is asked for; whoever asks
 * keeps what comes out. Any thread, one at a time.
 */
final class Documents {
    /** What they are put into; its addresses are relative to the site's root. */
    static final String SHELL = "doc.html";

    private static final String FOLDER = "docs/";
    private static final String INDEX = "README.md";
    private static final String DECISIONS = "decisions/";
    private static final Pattern DECISION = Pattern.compile("\\((\\d{4}-[a-z-]+\\.md)\\)");
    private static final Pattern SUFFIX = Pattern.compile("\\.(md|yaml)$");
    private static final Pattern ADDRESS = Pattern.compile("(href|src)=\"(?!#)");
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern ELSEWHERE = Pattern.compile("#.*|[a-z]+:.*");
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    /** By name, such as {@code protocol/arena}, in the order of the list beside each page. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * One document.
     *
     * @param file below {@link #FOLDER}
     * @param title as markup
     */
    private record Entry(String file, String shelf, Node tree, String title) {}

    /** The page of a document, such as {@code docs/rules}; empty where there is none. */
    synchronized Optional<String> page(String path) {
        if (!path.startsWith(FOLDER)) {
            return Optional.empty();
        }
        if (entries.isEmpty()) {
            readAll();
        }
        String name = path.substring(FOLDER.length());
        return Optional.ofNullable(entries.get(name)).map(entry -> page(name, entry));
    }

    private void readAll() {
        for (String file : List.of(
                "first-bot.md",
                "refusals.md",
                "local-arena.md",
                "house-bots.md",
                "exchange-client.md",
                "scoring.md",
                "rules.md",
                "fairness.md",
                "ratings.md",
                "integrity.md",
                "tournaments.md",
                "protocol/arena.md",
                "protocol/asyncapi.yaml")) {
            read("For bots", file);
        }
        for (String file : List.of(
                "operations.md", "scenarios.md", "embedding.md", "security.md", "reliability.md", "performance.md")) {
            read("For operators", file);
        }
        for (String file : List.of("architecture.md", "data-format.md", "glossary.md")) {
            read("For readers", file);
        }
        String decisions = read("Decisions", DECISIONS + INDEX);
        DECISION.matcher(decisions).results().forEach(link -> read("Decisions", DECISIONS + link.group(1)));
    }

    private String read(String shelf, String file) {
        String text = resource(FOLDER + file);
        Node tree = file.endsWith(".yaml") ? verbatim(file, text) : parser().parse(text);
        String title = TextContentRenderer.builder().build().render(Objects.requireNonNull(tree.getFirstChild(), file));
        entries.put(name(file), new Entry(file, shelf, tree, renderer(file).render(new Text(title.strip()))));
        return text;
    }

    static Parser parser() {
        return Parser.builder().extensions(EXTENSIONS).build();
    }

    private static Node verbatim(String file, String text) {
        Heading heading = new Heading();
        heading.setLevel(1);
        heading.appendChild(new Text(file.substring(file.lastIndexOf('/') + 1)));
        FencedCodeBlock block = new FencedCodeBlock();
        block.setLiteral(text);
        Document document = new Document();
        document.appendChild(heading);
        document.appendChild(block);
        return document;
    }

    private String page(String name, Entry entry) {
        String root = "../".repeat((int) name.chars().filter(c -> c == '/').count() + 1);
        Map<String, String> parts = Map.of(
                "title", entry.title(),
                "documents", list(name, root),
                "document", renderer(entry.file()).render(entry.tree()));
        String shell = ADDRESS.matcher(resource(SHELL)).replaceAll("$1=\"" + root);
        return GAP.matcher(shell)
                .replaceAll(gap -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(gap.group(1)))));
    }

    private String list(String shown, String root) {
        StringBuilder list = new StringBuilder();
        String shelf = "";
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            if (!entry.shelf().equals(shelf)) {
                list.append(shelf.isEmpty() ? "" : "</ul>\n");
                shelf = entry.shelf();
                list.append("<h2>").append(shelf).append("</h2>\n<ul>\n");
            }
            list.append("<li><a href=\"")
                    .append(root)
                    .append(FOLDER)
                    .append(each.getKey())
                    .append('"');
            list.append(each.getKey().equals(shown) ? " aria-current=\"page\">" : ">");
            list.append(entry.title()).append("</a></li>\n");
        }
        return list.append("</ul>").toString();
    }

    /** Markup of our own: what stands in a document as markup is shown as text. */
    HtmlRenderer renderer(String file) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(_ -> (_, tag, attributes) -> {
                    if (tag.equals("pre")) {
                        // What scrolls must be within reach of the keyboard.
                        attributes.put("tabindex", "0");
                    } else if (tag.equals("a")) {
                        link(file, attributes);
                    }
                })
                .build();
    }

    /** Files of the source tree that are no documents of the site are named, not linked. */
    private void link(String file, Map<String, String> attributes) {
        String address = Objects.requireNonNull(attributes.get("href"));
        if (ELSEWHERE.matcher(address).matches()) {
            return;
        }
        String[] parts = address.split("#", 2);
        String path = parts[0].endsWith("/") ? parts[0] + INDEX : parts[0];
        String target = URI.create("/" + file).resolve(path).getPath().substring(1);
        Entry known = entries.get(name(target));
        if (known == null || !known.file().equals(target)) {
            attributes.remove("href");
        } else {
            attributes.put("href", name(path) + (parts.length > 1 ? "#" + parts[1] : ""));
        }
    }

    private static String name(String file) {
        return SUFFIX.matcher(file).replaceFirst("");
    }

    private static String resource(String name) {
        try (InputStream in = Documents.class.getResourceAsStream(Pages.ROOT + name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
