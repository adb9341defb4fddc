package io.botpit.server.cli;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How one game of a comparison is played by itself, as a line for the shell. */
final class Again {
    /** What says how many games there are, not how one is played. */
    private static final Set<String> OF_ALL_GAMES = Set.of("--games", "--require", "--threads", "--json", "--seed");

    private static final String PLAIN = "[A-Za-z0-9_./:=,@+-]+";

    private Again() {}

    /** @param given to the comparison */
    static String line(List<Contender> seats, long seed, ParseResult given) {
        StringJoiner line = new StringJoiner(" ", "botpit play ", "");
        seats.forEach(one -> line.add("--bot").add(quoted(one.text())));
        line.add("--seed").add(String.valueOf(seed));
        for (OptionSpec option : given.matchedOptions()) {
            if (!OF_ALL_GAMES.contains(option.longestName())) {
                line.add(option.longestName());
                option.originalStringValues().forEach(value -> line.add(quoted(value)));
            }
        }
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
