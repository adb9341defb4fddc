package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link that stays inside the project leads somewhere; other sites are not asked. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?(?: \"[^\"]*\")?\\)");
    private static final Pattern REFERENCE = Pattern.compile("^\\[[^]]+]: +(\\S+)");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    static List<Path> pages() {
        return Documents.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        List<String> broken = new ArrayList<>();
        List<String> prose = Documents.prose(page);
        for (int i = 0; i < prose.size(); i++) {
            String line = CODE.matcher(prose.get(i)).replaceAll("");
            for (Pattern pattern : List.of(LINK, REFERENCE)) {
                for (MatchResult link : pattern.matcher(line).results().toList()) {
                    if (!leadsSomewhere(page, link.group(1))) {
                        broken.add("line " + (i + 1) + ": " + link.group(1));
                    }
                }
            }
        }

        assertThat(broken)
                .as("broken links in %s", Documents.ROOT.relativize(page))
                .isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        if (ELSEWHERE.matcher(link).matches()) {
            return true;
        }
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || !target.toString().endsWith(".md") || anchors(target).contains(link.substring(hash + 1));
    }

    /** The anchors as the common viewers make them of headings. */
    private static List<String> anchors(Path page) {
        return Documents.prose(page).stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("^#+ +", "").strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
