package io.botpit.game.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which users may play. The house's own players are no users.
 *
 * @param whitelist names that may register; the game starts when all of them are connected. Empty: anybody, at once
 * @param playersMax how many may register, 0 for no limit
 * @param rated whether the result counts for ratings: then each owner has one player in it at most
 */
public record Entry(List<String> whitelist, int playersMax, boolean rated) {
    public static final Entry OPEN = new Entry(List.of(), 0);

    public Entry {
        whitelist = distinct(whitelist);
        if (playersMax > 0 && playersMax < whitelist.size()) {
            throw new IllegalArgumentException("players_max " + playersMax + " is below the " + whitelist.size()
                    + " names of the whitelist: the game could never start");
        }
        if (playersMax < 0) {
            throw new IllegalArgumentException("players_max must not be negative: " + playersMax);
        }
    }

    /** Of a game that is not rated. */
    public Entry(List<String> whitelist, int playersMax) {
        this(whitelist, playersMax, false);
    }

    public boolean admits(String name) {
        return whitelist.isEmpty() || whitelist.stream().map(Entry::fold).anyMatch(fold(name)::equals);
    }

    /** Names are unique whatever their case: this is the form to compare. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<String> distinct(List<String> names) {
        Map<String, String> byFolded = new LinkedHashMap<>();
        names.forEach(name -> byFolded.putIfAbsent(fold(name), name));
        return List.copyOf(byFolded.values());
    }
}
