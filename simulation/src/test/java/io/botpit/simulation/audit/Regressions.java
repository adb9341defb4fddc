package io.botpit.simulation.audit;

import io.botpit.game.Command;
import io.botpit.game.Stamped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Everything that ever failed, from {@code regressions.txt}: {@code seed N} is a whole drawn game, {@code case N} the
 * rules of that seed with the commands on the lines that follow, up to {@code end}. {@code #} starts a remark.
 */
final class Regressions {
    private Regressions() {}

    /** @param commands empty: the game that the seed draws */
    record Old(long seed, List<Stamped<Command>> commands) {
        Duel.Outcome play(int limit) {
            return commands.isEmpty() ? Duel.drawn(seed, limit) : Duel.given(seed, commands);
        }
    }

    static List<Old> all() {
        List<Old> all = new ArrayList<>();
        List<Stamped<Command>> commands = new ArrayList<>();
        long seed = 0;
        for (String line : lines()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "seed" -> all.add(new Old(Long.parseLong(words[1]), List.of()));
                case "case" -> seed = Long.parseLong(words[1]);
                case "end" -> {
                    all.add(new Old(seed, List.copyOf(commands)));
                    commands.clear();
                }
                default -> commands.add(CaseText.parse(commands.size() + 1L, line));
            }
        }
        return all;
    }

    /** How to write a failure down. */
    static String text(Duel.Outcome outcome) {
        StringBuilder text = new StringBuilder("case " + outcome.seed() + "\n");
        outcome.commands()
                .forEach(c -> text.append("  ").append(CaseText.line(c)).append('\n'));
        return text.append("end\n").toString();
    }

    private static List<String> lines() {
        try (InputStream in = Regressions.class.getResourceAsStream("/regressions.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
