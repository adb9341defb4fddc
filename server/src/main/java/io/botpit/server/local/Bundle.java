package io.botpit.server.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * JavaScript modules in one script, for a page that cannot load any: each becomes a function that is called once, before
 * those that import from it, and returns what it exports. Understands the forms in which the site is written.
 */
final class Bundle {
    private static final Pattern IMPORT =
            Pattern.compile("^import\\s*\\{([^}]*)\\}\\s*from\\s*\"([^\"]+)\";", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export (?=(?:async function|function|const) (\\w+))", Pattern.MULTILINE);
    private static final Pattern EXPORT_LIST = Pattern.compile("export\\s*\\{([^}]*)\\};?\\s*$");
    private static final Pattern RENAMED = Pattern.compile("(\\w+|\\$) as (\\w+)");

    private final UnaryOperator<String> files;
    /** By path, in the order in which they run. */
    private final Map<String, String> modules = new LinkedHashMap<>();

    private Bundle(UnaryOperator<String> files) {
        this.files = files;
    }

    /**
     * The script of a page.
     *
     * @param files gives the text behind a path
     */
    static String of(String path, UnaryOperator<String> files) {
        Bundle bundle = new Bundle(files);
        bundle.add(path);
        return String.join("\n", bundle.modules.values());
    }

    private void add(String path) {
        String text = files.apply(path);
        List<String> exported = new ArrayList<>();
        String own = IMPORT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(wired(path, found)));
        own = EXPORT.matcher(own).replaceAll(found -> {
            exported.add(found.group(1));
            return "";
        });
        own = EXPORT_LIST.matcher(own).replaceAll(found -> {
            exported.add(RENAMED.matcher(found.group(1))
                    .replaceAll(as -> as.group(2) + ": " + Matcher.quoteReplacement(as.group(1))));
            return "";
        });
        String gives = exported.stream().collect(Collectors.joining(", ", "return { ", " };"));
        modules.put(path, "const " + name(path) + " = (() => {\n" + own + "\n" + gives + "\n})();");
    }

    private String wired(String path, MatchResult found) {
        String from = String.valueOf(
                        Path.of(path).resolveSibling(found.group(2)).normalize())
                .replace('\\', '/');
        if (!modules.containsKey(from)) {
            add(from);
        }
        return "const {" + RENAMED.matcher(found.group(1)).replaceAll("$1: $2") + "} = " + name(from) + ";";
    }

    private static String name(String path) {
        return "_" + path.replaceAll("\\W", "_");
    }
}
