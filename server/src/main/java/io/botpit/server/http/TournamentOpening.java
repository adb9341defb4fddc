package io.botpit.server.http;

import io.botpit.bots.house.HouseBots;
import io.botpit.game.GameTime;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.Scenario;
import io.botpit.game.tournament.Format;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.Plan.BoutTerms;
import io.botpit.game.tournament.Plan.Conditions;
import io.botpit.game.tournament.Plan.Cut;
import io.botpit.game.tournament.Plan.Door;
import io.botpit.game.tournament.Plan.Entering;
import io.botpit.protocol.rest.TournamentRequest;
import io.botpit.protocol.rest.TournamentRequest.EntryTerms;
import io.botpit.protocol.rest.TournamentRequest.Shape;
import io.botpit.server.config.Scenarios;
import io.botpit.server.lobby.PlayerNames;
import io.botpit.server.tournament.BoutRules;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the plan of the tournament that the admin asks for. Any thread. */
final class TournamentOpening {
    private static final List<String> FORMATS = List.of(
            "round_robin",
            "double_round_robin",
            "tables",
            "swiss_duels",
            "swiss_tables",
            "knockout",
            "knockout_tables",
            "groups",
            "window");
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final int SIZE = 4;
    private static final int TABLE_ROUNDS = 3;
    private static final List<Integer> BEST_OF = List.of(7, 5, 3);
    private static final List<Integer> TABLE_BOUTS = List.of(3);
    private static final int WINDOW_SECONDS = 1_800;
    private static final int BOUT_SECONDS = 300;
    private static final int NO_SHOW_SECONDS = 60;
    private static final int AT_ONCE = 16;

    /** The end of the year 9999. */
    private static final long STARTS_AT_MAX = 253_402_300_799_999L;

    private final SecureRandom seeds = new SecureRandom();
    private final Scenarios scenarios;

    TournamentOpening(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** {@link Problem} 400 names what cannot be. */
    Plan wanted(TournamentRequest request) {
        try {
            Format format = format(request);
            int dummies = or(request.dryRun(), 0);
            return new Plan(
                    or(request.title(), or(request.format(), "")),
                    format,
                    entering(or(request.entry(), EntryTerms.DEFAULT)),
                    bouts(or(request.bouts(), TournamentRequest.BoutTerms.DEFAULT)),
                    all("cuts", request.cuts()).stream()
                            .map(cut -> new Cut(cut.afterRound(), cut.keep()))
                            .toList(),
                    Boolean.TRUE.equals(request.duplicate()),
                    dummies,
                    startsAt(request.startsAt()),
                    seeds.nextLong());
        } catch (IllegalArgumentException wrong) {
            throw new Problem(400, "invalid_parameter", String.valueOf(wrong.getMessage()));
        }
    }

    private static Format format(TournamentRequest request) {
        Shape shape = or(request.shape(), Shape.DEFAULT);
        int size = or(shape.size(), SIZE);
        int rounds = or(shape.rounds(), 0);
        Format.Knockout knockout = new Format.Knockout(
                shape.bestOf() == null ? BEST_OF : all("bestOf", shape.bestOf()),
                Boolean.TRUE.equals(shape.thirdPlace()));
        return switch (or(request.format(), "")) {
            case "round_robin" -> new Format.RoundRobin(1);
            case "double_round_robin" -> new Format.RoundRobin(2);
            case "tables" -> new Format.Tables(size, rounds == 0 ? TABLE_ROUNDS : rounds);
            case "swiss_duels" -> new Format.SwissDuels(rounds);
            case "swiss_tables" -> new Format.SwissTables(size, rounds);
            case "knockout" -> knockout;
            case "knockout_tables" ->
                new Format.KnockoutTables(
                        size, shape.tableBouts() == null ? TABLE_BOUTS : all("tableBouts", shape.tableBouts()));
            case "groups" -> new Format.Groups(size, or(shape.groupBouts(), 0), knockout);
            case "window" ->
                new Format.Window(
                        or(shape.size(), 2),
                        MILLIS_PER_SECOND * or(shape.seconds(), WINDOW_SECONDS),
                        Boolean.TRUE.equals(shape.streaks()));
            default -> throw Problem.invalid("format", "must be one of " + String.join(", ", FORMATS));
        };
    }

    private static Entering entering(EntryTerms terms) {
        List<String> allow = all("allow", terms.allow());
        for (String name : allow) {
            if (!PlayerNames.canBeTaken(name)) {
                throw Problem.invalid("allow", "entry " + (allow.indexOf(name) + 1) + " cannot be a player's name");
            }
        }
        return new Entering(
                allow,
                or(terms.entrantsMax(), Plan.ENTRANTS_MAX),
                !Boolean.FALSE.equals(terms.checkIn()),
                door(terms),
                new Conditions(terms.ratingMin(), terms.ratingMax(), or(terms.ratedGamesMin(), 0)));
    }

    private static Door door(EntryTerms terms) {
        if (Boolean.TRUE.equals(terms.frozenVersions())) {
            return Door.FROZEN;
        }
        return Boolean.FALSE.equals(terms.late()) ? Door.CLOSED : Door.OPEN;
    }

    private BoutTerms bouts(TournamentRequest.BoutTerms terms) {
        String scenario = or(terms.scenario(), "");
        String preset = or(
                terms.preset(), scenarios.named(scenario).map(Scenario::preset).orElse(Presets.OPEN_MARKET));
        if (!Presets.NAMES.contains(preset)) {
            throw Problem.invalid("preset", "must be one of " + String.join(", ", Presets.NAMES));
        }
        String houseBots = or(terms.houseBots(), "");
        if (!houseBots.isEmpty()) {
            HouseBots.roster(houseBots, 0);
        }
        String fill = or(terms.fill(), "");
        if (!fill.isEmpty() && !HouseBots.KINDS.contains(fill)) {
            throw Problem.invalid("fill", "must be one of " + String.join(", ", HouseBots.KINDS));
        }
        BoutTerms wanted = new BoutTerms(
                preset,
                scenario,
                MILLIS_PER_SECOND * or(terms.seconds(), BOUT_SECONDS),
                MILLIS_PER_SECOND * or(terms.noShowSeconds(), NO_SHOW_SECONDS),
                houseBots,
                fill,
                or(terms.atOnce(), AT_ONCE));
        // Refused now rather than when the first bout is to be opened.
        new BoutRules(scenarios).game(wanted, new BoutRules.Circumstances("bout", Entry.OPEN, true, 0));
        return wanted;
    }

    private static @Nullable GameTime startsAt(@Nullable Long millis) {
        if (millis != null && (millis < 0 || millis > STARTS_AT_MAX)) {
            throw Problem.invalid("startsAt", "must be milliseconds since 1970, at most " + STARTS_AT_MAX);
        }
        return millis == null ? null : GameTime.EPOCH.plusMillis(millis);
    }

    /** Of a list that was sent, each must be there. */
    private static <T> List<T> all(String field, @Nullable List<T> given) {
        List<T> list = or(given, List.<T>of());
        if (list.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid(field, "must have no null in it");
        }
        return list;
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
