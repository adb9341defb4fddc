package io.botpit.server.lobby;

import io.botpit.dialect.Denial;
import io.botpit.game.rules.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names can be taken: plain ASCII, so that no two look alike, and none that looks like the house. */
public final class PlayerNames {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "administrator",
            "botpit",
            "exchange",
            "feed",
            "house",
            "null",
            "referee",
            "root",
            "server",
            "system",
            "undefined");

    private static final String HOUSE_SUFFIX = ".house";

    private PlayerNames() {}

    /** Under which name the house plays where a user was first: no user can have it. */
    static String ofHouse(String taken) {
        return taken + HOUSE_SUFFIX;
    }

    /** Whether somebody may register under a name, if it is free. */
    public static boolean canBeTaken(String name) {
        return problem(name).isEmpty();
    }

    static Optional<Refused> problem(String name) {
        if (!FORM.matcher(name).matches()) {
            return Optional.of(new Refused(
                    Denial.NAME_INVALID,
                    "username must match " + FORM.pattern() + ": letters, digits, dots, dashes and underscores"));
        }
        if (RESERVED.contains(Entry.fold(name)) || Entry.fold(name).endsWith(HOUSE_SUFFIX)) {
            return Optional.of(new Refused(Denial.NAME_RESERVED, "username is reserved; choose another"));
        }
        return Optional.empty();
    }
}
