package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.tournament.Format.Knockout;
import io.botpit.game.tournament.Plan.BoutTerms;
import io.botpit.game.tournament.Plan.Conditions;
import io.botpit.game.tournament.Plan.Cut;
import io.botpit.game.tournament.Plan.Door;
import io.botpit.game.tournament.Plan.Entering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan as words of a fact's line, always in the same order. Stateless. */
final class PlanText {
    private static final String NONE = "-";
    private static final String NO = "0";
    private static final String YES = "1";
    private static final String FROZEN = "frozen";
    private static final String THIRD = "third";
    private static final String STREAKS = "streaks";

    private PlanText() {}

    static List<String> words(Plan plan) {
        Entering entering = plan.entering();
        Conditions conditions = entering.conditions();
        BoutTerms bouts = plan.bouts();
        List<String> words = new ArrayList<>(List.of(Words.quoted(plan.title()), format(plan.format())));
        words.addAll(List.of("" + entering.entrantsMax(), flag(entering.checkIn()), door(entering.door())));
        words.addAll(List.of(optional(conditions.ratingMin()), optional(conditions.ratingMax())));
        words.addAll(
                List.of("" + conditions.ratedGamesMin(), Words.quoted(bouts.preset()), Words.quoted(bouts.scenario())));
        words.addAll(List.of("" + bouts.millis(), "" + bouts.noShowMillis()));
        words.addAll(List.of(Words.quoted(bouts.houseBots()), Words.quoted(bouts.fill()), "" + bouts.atOnce()));
        words.addAll(List.of(cuts(plan.cuts()), flag(plan.duplicate()), "" + plan.dummies()));
        GameTime startsAt = plan.startsAt();
        words.addAll(List.of(startsAt == null ? NONE : "" + startsAt.micros(), "" + plan.seed()));
        entering.allow().forEach(name -> words.add(Words.quoted(name)));
        return words;
    }

    static Plan read(Words words) {
        String title = words.text();
        Format format = format(words.next());
        int entrantsMax = words.integer();
        boolean checkIn = words.oneOf(NO, YES);
        Door door = door(words.next());
        Conditions conditions = new Conditions(rating(words.next()), rating(words.next()), words.integer());
        BoutTerms bouts = new BoutTerms(
                words.text(),
                words.text(),
                words.number(),
                words.number(),
                words.text(),
                words.text(),
                words.integer());
        List<Cut> cuts = cuts(words.next());
        boolean duplicate = words.oneOf(NO, YES);
        int dummies = words.integer();
        String starts = words.next();
        GameTime startsAt = starts.equals(NONE) ? null : new GameTime(Long.parseLong(starts));
        long seed = words.number();
        List<String> allow = words.rest(word -> new Words(word).text());
        Entering entering = new Entering(allow, entrantsMax, checkIn, door, conditions);
        return new Plan(title, format, entering, bouts, cuts, duplicate, dummies, startsAt, seed);
    }

    private static String format(Format format) {
        return switch (format) {
            case Format.RoundRobin(var legs) -> "round_robin:" + legs;
            case Format.Tables(var size, var rounds) -> "tables:" + size + ":" + rounds;
            case Format.SwissDuels(var rounds) -> "swiss_duels:" + rounds;
            case Format.SwissTables(var size, var rounds) -> "swiss_tables:" + size + ":" + rounds;
            case Knockout knockout -> "knockout:" + knockout(knockout);
            case Format.KnockoutTables(var size, var bouts) -> "knockout_tables:" + size + ":" + lengths(bouts);
            case Format.Groups(var size, var bouts, var then) -> "groups:" + size + ":" + bouts + ":" + knockout(then);
            case Format.Window(var size, var millis, var streaks) ->
                "window:" + size + ":" + millis + ":" + (streaks ? STREAKS : NONE);
        };
    }

    private static String knockout(Knockout knockout) {
        return lengths(knockout.bestOf()) + ":" + (knockout.thirdPlace() ? THIRD : NONE);
    }

    private static String lengths(List<Integer> bouts) {
        return bouts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static Format format(String word) {
        Words parts = new Words(word.replace(':', ' '));
        Format format = switch (parts.next()) {
            case "round_robin" -> new Format.RoundRobin(parts.integer());
            case "tables" -> new Format.Tables(parts.integer(), parts.integer());
            case "swiss_duels" -> new Format.SwissDuels(parts.integer());
            case "swiss_tables" -> new Format.SwissTables(parts.integer(), parts.integer());
            case "knockout" -> knockout(parts);
            case "knockout_tables" -> new Format.KnockoutTables(parts.integer(), lengths(parts.next()));
            case "groups" -> new Format.Groups(parts.integer(), parts.integer(), knockout(parts));
            case "window" -> new Format.Window(parts.integer(), parts.number(), parts.oneOf(NONE, STREAKS));
            default -> throw new IllegalArgumentException("unknown format: " + word);
        };
        parts.requireEnd();
        return format;
    }

    private static Knockout knockout(Words parts) {
        return new Knockout(lengths(parts.next()), parts.oneOf(NONE, THIRD));
    }

    private static List<Integer> lengths(String word) {
        return Arrays.stream(word.split("\\.", -1)).map(Integer::valueOf).toList();
    }

    private static String cuts(List<Cut> cuts) {
        return cuts.isEmpty()
                ? NONE
                : cuts.stream().map(cut -> cut.afterRound() + "." + cut.keep()).collect(Collectors.joining(":"));
    }

    private static List<Cut> cuts(String word) {
        return word.equals(NONE)
                ? List.of()
                : new Words(word.replace(':', ' ')).rest(each -> {
                    Words cut = new Words(each.replace('.', ' '));
                    return new Cut(cut.integer(), cut.integer());
                });
    }

    private static String door(Door door) {
        return switch (door) {
            case OPEN -> YES;
            case CLOSED -> NO;
            case FROZEN -> FROZEN;
        };
    }

    private static Door door(String word) {
        return switch (word) {
            case YES -> Door.OPEN;
            case NO -> Door.CLOSED;
            case FROZEN -> Door.FROZEN;
            default -> throw new IllegalArgumentException("no word for who may come later: " + word);
        };
    }

    private static String flag(boolean flag) {
        return flag ? YES : NO;
    }

    private static String optional(@Nullable Integer number) {
        return number == null ? NONE : number.toString();
    }

    private static @Nullable Integer rating(String word) {
        return word.equals(NONE) ? null : Integer.valueOf(word);
    }
}
