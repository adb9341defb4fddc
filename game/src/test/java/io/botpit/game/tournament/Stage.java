package io.botpit.game.tournament;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.random.Dice;
import io.botpit.game.tournament.Plan.BoutTerms;
import io.botpit.game.tournament.Plan.Conditions;
import io.botpit.game.tournament.Plan.Cut;
import io.botpit.game.tournament.Plan.Door;
import io.botpit.game.tournament.Plan.Entering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Plays a tournament without any game: bots have a strength, chance does the rest, and everything is noted. */
final class Stage {
    private static final long SCORE_UNIT = 1_000;
    /** Fields of all sizes there can be; else those that are odd in some way. */
    private static final boolean ALL = Boolean.getBoolean("botpit.all-fields");

    static IntStream fields() {
        return ALL
                ? IntStream.rangeClosed(2, Plan.ENTRANTS_MAX)
                : IntStream.of(2, 3, 4, 5, 6, 7, 8, 9, 11, 16, 23, 32, 33, 64);
    }

    private final Tournament tournament;
    private final Dice dice;
    private final List<Noted> facts = new ArrayList<>();
    private GameTime now = new GameTime(1_000_000);
    private int games;

    /** A fact and its time. */
    record Noted(Fact fact, GameTime at) {}

    Stage(Plan plan, long luck) {
        tournament = new Tournament(new TournamentId(1), plan);
        facts.add(new Noted(new Fact.Created(plan), now));
        dice = new Dice(luck);
    }

    static Plan plan(Format format, Cut... cuts) {
        return plan(format, false, cuts);
    }

    static Plan plan(Format format, boolean duplicate, Cut... cuts) {
        Entering anybody = new Entering(List.of(), Plan.ENTRANTS_MAX, false, Door.OPEN, Conditions.NONE);
        BoutTerms bouts = new BoutTerms("classic", "", 60_000, 10_000, "", "", 32);
        return new Plan("cup", format, anybody, bouts, List.of(cuts), duplicate, 0, null, 7);
    }

    static PlayerId player(int number) {
        return new PlayerId(number);
    }

    static Entrant entrant(int number) {
        return new Entrant(player(number), "bot-" + number, "bot-" + number, false);
    }

    /** Lets players 1 to n enter and starts; the first is the strongest. */
    Stage start(int n) {
        List<PlayerId> seeding =
                IntStream.rangeClosed(1, n).mapToObj(Stage::player).toList();
        seeding.forEach(player -> note(new Fact.Entered(entrant(player.number()))));
        seeding.forEach(player -> note(new Fact.CheckedIn(player)));
        note(new Fact.Started(seeding, Map.of()));
        return this;
    }

    void note(Fact fact) {
        now = now.plusMillis(500);
        tournament.apply(fact, now);
        facts.add(new Noted(fact, now));
    }

    /** Plays all bouts until nothing is left, each by the given rule. */
    Stage play(Function<Bout, List<Showing>> rule) {
        while (!tournament.phase().isOver()) {
            List<Bout> next = tournament.nextBouts();
            if (next.isEmpty()) {
                sleep();
            }
            for (Bout bout : next) {
                open(bout);
            }
            for (Bout bout : dice.shuffled(next)) {
                note(new Fact.BoutPlayed(bout.number(), rule.apply(bout)));
            }
        }
        return this;
    }

    Stage play() {
        return play(this::byStrength);
    }

    void open(Bout bout) {
        games++;
        note(new Fact.BoutOpened(bout.number(), new GameId("g" + games)));
    }

    /** Until something is due. */
    void sleep() {
        GameTime due = tournament.dueAt();
        if (due == null) {
            throw new IllegalStateException("nothing to play and nothing to wait for: " + tournament.bouts());
        }
        now = now.isBefore(due) ? due : now;
        tournament.apply(new Fact.Woke(), now);
        facts.add(new Noted(new Fact.Woke(), now));
    }

    /** The lower number mostly wins; sometimes there is a tie, sometimes nobody comes. */
    List<Showing> byStrength(Bout bout) {
        long[] scores = bout.seats().stream()
                .mapToLong(player -> SCORE_UNIT * (dice.below(40) - player.number()))
                .toArray();
        return showings(scores);
    }

    /** The lower number always wins. */
    static List<Showing> favourites(Bout bout) {
        return showings(bout.seats().stream()
                .mapToLong(player -> -SCORE_UNIT * player.number())
                .toArray());
    }

    static List<Showing> showings(long... scores) {
        List<Showing> showings = new ArrayList<>();
        for (long score : scores) {
            int better = (int) IntStream.range(0, scores.length)
                    .filter(i -> scores[i] > score)
                    .count();
            showings.add(new Showing(better + 1, score, 0, false));
        }
        return showings;
    }

    Tournament tournament() {
        return tournament;
    }

    List<Noted> facts() {
        return facts;
    }

    Dice dice() {
        return dice;
    }

    List<Integer> table() {
        return tournament.view().standings().stream()
                .map(row -> row.entrant().player().number())
                .toList();
    }

    TournamentStanding row(int player) {
        return tournament.view().standings().stream()
                .filter(row -> row.entrant().player().number() == player)
                .findFirst()
                .orElseThrow();
    }

    /** Where the same facts lead. */
    static Tournament again(List<Noted> facts) {
        Plan plan = ((Fact.Created) facts.getFirst().fact()).plan();
        Tournament tournament = new Tournament(new TournamentId(1), plan);
        facts.stream().skip(1).forEach(noted -> tournament.apply(noted.fact(), noted.at()));
        return tournament;
    }
}
