package io.botpit.server.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.Presets;
import io.botpit.game.tournament.Bout;
import io.botpit.game.tournament.Fraction;
import io.botpit.game.tournament.Plan;
import io.botpit.game.tournament.Showing;
import io.botpit.game.tournament.TieBreak;
import io.botpit.game.tournament.Tournament;
import io.botpit.game.tournament.TournamentStanding;
import io.botpit.game.tournament.TournamentStanding.Spread;
import io.botpit.game.tournament.TournamentView;
import io.botpit.protocol.rest.BoutList;
import io.botpit.protocol.rest.BoutRow;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.protocol.rest.TournamentExport;
import io.botpit.protocol.rest.TournamentRow;
import io.botpit.protocol.rest.TournamentStandingRow;
import io.botpit.protocol.rest.TournamentStandings;
import io.botpit.server.lobby.TournamentFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One tournament after one fact, in the words of the REST interface. Immutable. */
final class Showcase {
    private static final int POINTS_PLACES = 4;
    private static final int MONEY_PLACES = 2;
    private static final long MICROS_PER_MILLI = 1_000;

    private final Tournament tournament;
    private final Plan plan;
    private final TournamentView view;
    private final List<TournamentStandingRow> standings;
    private final List<BoutRow> bouts;
    private final List<String> facts;
    private final int moneyDecimals;

    /** @param phases one for each bout */
    Showcase(TournamentFile file, List<String> phases) {
        this.tournament = file.tournament();
        this.plan = tournament.plan();
        this.view = tournament.view();
        this.moneyDecimals = Presets.named(plan.bouts().preset(), 0)
                .firstInstrument()
                .quote()
                .decimals();
        this.standings = view.standings().stream().map(this::standing).toList();
        this.bouts = bouts(phases);
        this.facts = tournament.phase().isOver() ? file.lines() : List.of();
    }

    TournamentRow row() {
        TournamentStanding leader = view.standings().stream()
                .filter(row -> row.played() > 0)
                .findFirst()
                .orElse(null);
        return new TournamentRow(
                tournament.id().toString(),
                plan.title(),
                FormatWords.key(plan.format()),
                FormatWords.words(plan.format(), view.rounds()),
                word(tournament.phase()),
                plan.dummies() > 0,
                plan.duplicate(),
                new TournamentRow.Course(
                        view.field().size(),
                        view.round(),
                        view.rounds(),
                        leader == null ? null : leader.entrant().name(),
                        leader == null ? null : leader.points().toDecimal(POINTS_PLACES)),
                new TournamentRow.Times(
                        millis(plan.startsAt()), millis(tournament.startedAt()), millis(tournament.endedAt())));
    }

    TournamentDetail detail() {
        return new TournamentDetail(
                row(),
                terms(),
                field(),
                standings,
                groups(),
                new Rounds(bouts, tournament, view).schedule(),
                bracket(),
                proof());
    }

    TournamentStandings standings() {
        return new TournamentStandings(
                tournament.id().toString(), tournament.phase().isOver(), standings);
    }

    BoutList bouts() {
        return new BoutList(tournament.id().toString(), bouts);
    }

    /** Empty as long as it goes on: the facts have the seed. */
    Optional<TournamentExport> export() {
        return tournament.phase().isOver()
                ? Optional.of(new TournamentExport(tournament.id().toString(), facts, sha256(facts), standings))
                : Optional.empty();
    }

    private TournamentDetail.Terms terms() {
        Plan.Entering entering = plan.entering();
        return new TournamentDetail.Terms(
                TieBreak.of(plan).stream().map(TieBreak::words).toList(),
                new TournamentDetail.Bouts(
                        plan.bouts().preset(),
                        plan.bouts().scenario().isEmpty() ? null : plan.bouts().scenario(),
                        plan.bouts().millis() / 1_000,
                        plan.bouts().houseBots(),
                        plan.bouts().fill(),
                        plan.bouts().noShowMillis() / 1_000,
                        plan.bouts().atOnce()),
                new TournamentDetail.Entry(
                        entering.allow(),
                        entering.entrantsMax(),
                        entering.conditions().ratingMin(),
                        entering.conditions().ratingMax(),
                        entering.conditions().ratedGamesMin(),
                        entering.checkIn(),
                        entering.door() == Plan.Door.OPEN,
                        entering.door() == Plan.Door.FROZEN),
                plan.cuts().stream()
                        .map(cut -> new TournamentDetail.CutRow(cut.afterRound(), cut.keep()))
                        .toList());
    }

    private List<TournamentDetail.FieldRow> field() {
        return view.field().stream()
                .map(member -> new TournamentDetail.FieldRow(
                        member.seed(),
                        member.entrant().name(),
                        member.entrant().owner(),
                        member.entrant().house(),
                        member.checkedIn(),
                        word(member.state()),
                        member.version()))
                .toList();
    }

    private List<TournamentDetail.GroupTable> groups() {
        List<TournamentDetail.GroupTable> groups = new ArrayList<>();
        for (TournamentView.Group group : view.groups()) {
            groups.add(new TournamentDetail.GroupTable(
                    group.name(),
                    group.round(),
                    group.goOn(),
                    group.standings().stream().map(this::standing).toList()));
        }
        return groups;
    }

    private List<TournamentDetail.BracketRound> bracket() {
        return new BracketRows(view, tournament::nameOf).rounds();
    }

    private TournamentDetail.Proof proof() {
        boolean over = tournament.phase().isOver();
        TournamentView.Meetings meetings = view.meetings();
        return new TournamentDetail.Proof(
                tournament.whyCancelled().isEmpty() ? null : tournament.whyCancelled(),
                over ? String.valueOf(plan.seed()) : null,
                over ? sha256(facts) : null,
                meetings == null ? null : new TournamentDetail.Meetings(meetings.min(), meetings.max()));
    }

    private TournamentStandingRow standing(TournamentStanding row) {
        List<TieBreak> order = TieBreak.of(plan);
        List<String> figures = new ArrayList<>();
        for (int i = 1; i < row.figures().size(); i++) {
            boolean money = order.get(i) == TieBreak.DRAWDOWN;
            figures.add(
                    money
                            ? money(row.figures().get(i).toDouble())
                            : row.figures().get(i).toDecimal(POINTS_PLACES));
        }
        Spread spread = row.spread();
        return new TournamentStandingRow(
                row.place(),
                row.entrant().name(),
                row.entrant().house(),
                row.played(),
                row.points().toDecimal(POINTS_PLACES),
                figures,
                spread == null
                        ? new TournamentStandingRow.Spread(null, null, null)
                        : new TournamentStandingRow.Spread(
                                money(spread.mean()), money(spread.low()), money(spread.high())),
                row.tier(),
                word(row.state()));
    }

    private List<BoutRow> bouts(List<String> phases) {
        List<BoutRow> rows = new ArrayList<>();
        for (Bout bout : tournament.bouts()) {
            rows.add(new BoutRow(
                    bout.number(),
                    bout.spot().round(),
                    bout.spot().table(),
                    bout.spot().game(),
                    game(bout),
                    phases.get(rows.size()),
                    seats(bout, view.pointsOf(bout))));
        }
        return rows;
    }

    private List<BoutRow.SeatRow> seats(Bout bout, List<Fraction> points) {
        List<BoutRow.SeatRow> seats = new ArrayList<>();
        for (PlayerId seat : bout.seats()) {
            String name = tournament.nameOf(seat);
            int index = seats.size();
            if (bout.showings().isEmpty()) {
                seats.add(new BoutRow.SeatRow(name, null, null, null, false));
            } else {
                Showing showing = bout.showings().get(index);
                seats.add(new BoutRow.SeatRow(
                        name,
                        showing.absent() ? null : showing.place(),
                        points.get(index).toDecimal(POINTS_PLACES),
                        showing.absent() ? null : money((double) showing.score()),
                        showing.absent()));
            }
        }
        return seats;
    }

    private static @Nullable String game(Bout bout) {
        return switch (bout.state()) {
            case Bout.State.Next() -> null;
            case Bout.State.Open(var game, var _) -> game.text();
            case Bout.State.Over(var games, var _) ->
                games.isEmpty() ? null : games.getFirst().text();
        };
    }

    private String money(double units) {
        return BigDecimal.valueOf(units)
                .movePointLeft(moneyDecimals)
                .setScale(MONEY_PLACES, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String sha256(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static @Nullable Long millis(@Nullable GameTime time) {
        return time == null ? null : Long.valueOf(time.micros() / MICROS_PER_MILLI);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
