package io.botpit.server.cli;

import io.botpit.bots.house.HouseBots;
import io.botpit.server.config.ConfigProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bot as the command line names it: a kind of the house, any program, or one that connects by itself.
 *
 * @param option where it was named, for refusals
 * @param name under which it plays; a program is told it, and may choose another
 * @param kind of the house; null: a program
 * @param command of the shell; null: of the house, or it comes by itself
 */
record Contender(
        String option,
        String name,
        @Nullable String kind,
        @Nullable String command) {
    /** What is understood, for help texts and refusals. */
    static final String FORMS = "[NAME=]KIND, [NAME=]exec:COMMAND or [NAME=]socket";

    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z0-9][A-Za-z0-9._-]{0,63})=)?(.+)", Pattern.DOTALL);
    private static final String EXEC = "exec:";
    private static final String SOCKET = "socket";

    /** All of a list, and no two with the same name. */
    static List<Contender> distinct(List<Contender> contenders) {
        List<Contender> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Contender one : contenders) {
            String name = one.name;
            for (int number = 2; !names.add(name); number++) {
                name = one.name + "-" + number;
            }
            all.add(one.as(name));
        }
        return all;
    }

    /** All of a list; {@link ConfigProblem} names the one that is not understood. */
    static List<Contender> all(String option, @Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> of(option, text.strip())).toList();
    }

    static Contender of(String option, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ConfigProblem(option + ": a bot is " + FORMS + ", not '" + text + "'");
        }
        String name = form.group(1);
        String what = form.group(2);
        if (what.startsWith(EXEC) && what.length() > EXEC.length()) {
            return new Contender(option, name == null ? "bot" : name, null, what.substring(EXEC.length()));
        }
        if (what.equals(SOCKET)) {
            return new Contender(option, name == null ? "guest" : name, null, null);
        }
        if (!HouseBots.KINDS.contains(what)) {
            throw new ConfigProblem(option + ": no bot is called '" + what + "'; there are "
                    + String.join(", ", HouseBots.KINDS) + ", or any program as " + EXEC + "COMMAND or " + SOCKET);
        }
        return new Contender(option, name == null ? what : name, what, null);
    }

    /** Whether it connects by itself. */
    boolean isCaller() {
        return kind == null && command == null;
    }

    /** As it is named on a command line. */
    String text() {
        return name + "=" + (kind == null ? command == null ? SOCKET : EXEC + command : kind);
    }

    Contender as(String other) {
        return new Contender(option, other, kind, command);
    }
}
