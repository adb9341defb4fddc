package io.botpit.game.tournament;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fact as one line of words with single spaces between, the same for ever: this is what journals store, what is
 * exported, and what the hash of a tournament's facts is taken over. Stateless.
 */
public final class FactText {
    private static final String ABSENT = "absent";
    private static final String HOUSE = "house";
    private static final String USER = "user";

    private FactText() {}

    public static String of(Fact fact) {
        List<String> words = new ArrayList<>();
        switch (fact) {
            case Fact.Created(var plan) -> {
                words.add("created");
                words.addAll(PlanText.words(plan));
            }
            case Fact.Entered(var entrant) -> {
                words.addAll(List.of("entered", number(entrant.player())));
                words.addAll(List.of(Words.quoted(entrant.name()), Words.quoted(entrant.owner())));
                words.add(entrant.house() ? HOUSE : USER);
            }
            case Fact.CheckedIn(var player) -> words.addAll(List.of("checked_in", number(player)));
            case Fact.Withdrawn(var player, var why) ->
                words.addAll(List.of("withdrawn", number(player), Words.quoted(why)));
            case Fact.Started started -> {
                words.add("started");
                started.seeding().forEach(player -> words.add(seed(player, started.versions())));
            }
            case Fact.BoutOpened(var bout, var game) -> words.addAll(List.of("bout_opened", "" + bout, game.text()));
            case Fact.NoShow(var bout, var missing) -> words.addAll(list("no_show " + bout, missing));
            case Fact.BoutPlayed(var bout, var showings) -> {
                words.addAll(List.of("bout_played", "" + bout));
                showings.forEach(showing -> words.add(word(showing)));
            }
            case Fact.BoutVoided(var bout, var why) ->
                words.addAll(List.of("bout_voided", "" + bout, Words.quoted(why)));
            case Fact.Woke() -> words.add("woke");
            case Fact.Cancelled(var why) -> words.addAll(List.of("cancelled", Words.quoted(why)));
        }
        return String.join(" ", words);
    }

    /** {@link IllegalArgumentException} if it is no fact. */
    public static Fact parse(String line) {
        Words words = new Words(line);
        Fact fact = switch (words.next()) {
            case "created" -> new Fact.Created(PlanText.read(words));
            case "entered" ->
                new Fact.Entered(new Entrant(words.player(), words.text(), words.text(), words.oneOf(USER, HOUSE)));
            case "checked_in" -> new Fact.CheckedIn(words.player());
            case "withdrawn" -> new Fact.Withdrawn(words.player(), words.text());
            case "started" -> started(words);
            case "bout_opened" -> new Fact.BoutOpened(words.integer(), new GameId(words.next()));
            case "no_show" -> new Fact.NoShow(words.integer(), players(words));
            case "bout_played" -> new Fact.BoutPlayed(words.integer(), words.rest(FactText::showing));
            case "bout_voided" -> new Fact.BoutVoided(words.integer(), words.text());
            case "woke" -> new Fact.Woke();
            case "cancelled" -> new Fact.Cancelled(words.text());
            default -> throw new IllegalArgumentException("no fact of a tournament: " + line);
        };
        words.requireEnd();
        if (!of(fact).equals(line)) {
            throw new IllegalArgumentException("this fact would be written in another way: " + line);
        }
        return fact;
    }

    private static String seed(PlayerId player, Map<PlayerId, String> versions) {
        String version = versions.get(player);
        return version == null ? number(player) : number(player) + ":" + Words.quoted(version);
    }

    private static Fact started(Words words) {
        Map<PlayerId, String> versions = new LinkedHashMap<>();
        List<PlayerId> seeding = words.rest(word -> {
            Words parts = new Words(word.replace(':', ' '));
            PlayerId player = parts.player();
            parts.rest(version -> versions.put(player, new Words(version).text()));
            return player;
        });
        return new Fact.Started(seeding, versions);
    }

    private static List<String> list(String word, List<PlayerId> players) {
        return Stream.concat(Stream.of(word), players.stream().map(FactText::number))
                .toList();
    }

    private static List<PlayerId> players(Words words) {
        return words.rest(word -> new PlayerId(Integer.parseInt(word)));
    }

    private static String number(PlayerId player) {
        return String.valueOf(player.number());
    }

    static String word(Showing showing) {
        return showing.absent() ? ABSENT : showing.place() + ":" + showing.score() + ":" + showing.drawdown();
    }

    private static Showing showing(String word) {
        if (word.equals(ABSENT)) {
            return Showing.ABSENT;
        }
        String[] parts = word.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no showing: " + word);
        }
        return new Showing(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), false);
    }
}
