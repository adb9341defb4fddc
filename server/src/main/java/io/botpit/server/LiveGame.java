package io.botpit.server;

import io.botpit.dialect.GameSummary;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.Fairness;
import io.botpit.protocol.rest.GameDetail;
import io.botpit.protocol.rest.GameRow;
import io.botpit.protocol.rest.RulesSummary;
import io.botpit.protocol.rest.StandingRow;
import io.botpit.protocol.rest.StandingsTable;
import io.botpit.server.feed.Figures;
import io.botpit.server.lobby.OpenGame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A game of this process in the words of the REST interface. Stateless. */
final class LiveGame {
    private LiveGame() {}

    static GameRow row(OpenGame game, boolean isDefault) {
        GameSummary summary = game.summary(isDefault);
        GameView.Clock clock = summary.clock();
        Optional<StandingRow> winner = winner(game);
        return new GameRow(
                summary.id().text(),
                summary.title(),
                game.rules().preset(),
                Word.of(summary.phase()),
                summary.players(),
                new GameRow.Times(
                        Figures.millisOrNull(clock.startedAt()),
                        Figures.millisOrNull(game.isOver() ? game.view().now() : clock.endsAt()),
                        game.isOver() ? null : left(clock, game.loop().now())),
                isDefault,
                winner.map(StandingRow::name).orElse(null),
                winner.map(StandingRow::score).orElse(null));
    }

    /** Nobody wins while it goes on, nor where it is void. */
    private static Optional<StandingRow> winner(OpenGame game) {
        GameView view = game.view();
        return view.phase() == GamePhase.ENDED ? standings(game, view).stream().findFirst() : Optional.empty();
    }

    static GameDetail detail(OpenGame game, GameRow row) {
        GameView view = game.view();
        Map<String, String> marks = new LinkedHashMap<>();
        game.rules()
                .instruments()
                .forEach(instrument -> marks.put(
                        instrument.symbol().text(),
                        Figures.price(
                                        instrument,
                                        view.marks().getOrDefault(instrument.symbol(), instrument.markAtStart()))
                                .toPlainString()));
        return new GameDetail(
                row,
                Word.of(view.mode()),
                rules(game.rules()),
                fairness(game.head(), game.isOver()),
                view.missing(),
                marks,
                standings(game, view));
    }

    /** @param over from then on the seed is everybody's */
    static Fairness fairness(JournalHead head, boolean over) {
        boolean revealed = over && head.commitment().isPresent();
        return new Fairness(
                head.rules().entry().rated(),
                head.rules().trading().batchMillis(),
                head.commitment().orElse(null),
                revealed ? Long.toString(head.rules().seed()) : null,
                revealed ? head.salt() : null,
                over ? head.scenario() : null);
    }

    static StandingsTable table(OpenGame game) {
        GameView view = game.view();
        return new StandingsTable(
                game.id().text(), Word.of(view.phase()), view.sequence(), game.isOver(), standings(game, view));
    }

    private static @Nullable Long left(GameView.Clock clock, GameTime now) {
        GameTime endsAt = clock.endsAt();
        return endsAt == null
                ? clock.leftMillis()
                : Long.valueOf(Math.max(0, Figures.millis(endsAt) - Figures.millis(now)));
    }

    private static List<StandingRow> standings(OpenGame game, GameView view) {
        Asset money = game.rules().firstInstrument().quote();
        return view.standings().stream()
                .map(row -> Figures.standing(row, game.feed().subject().names().isHouse(row.player()), money))
                .toList();
    }

    static RulesSummary rules(GameRules rules) {
        Map<String, String> grants = new LinkedHashMap<>();
        rules.grants()
                .forEach(grant -> grants.put(grant.asset().code(), Figures.amount(grant.asset(), grant.amount())));
        return new RulesSummary(
                rules.behaviorVersion(),
                rules.instruments().stream()
                        .map(instrument -> new RulesSummary.InstrumentRow(
                                instrument.symbol().text(), instrument.priceDecimals(), instrument.sizeDecimals()))
                        .toList(),
                grants,
                rules.entry().whitelist(),
                rules.entry().playersMax(),
                rules.schedule().timeLimitMillis(),
                rules.trading().quotesBehindMark(),
                new RulesSummary.Fees(
                        rules.trading().makerFeePpm(), rules.trading().takerFeePpm()),
                limits(rules));
    }

    private static RulesSummary.Limits limits(GameRules rules) {
        Map<String, String> positions = new LinkedHashMap<>();
        for (Instrument instrument : rules.instruments()) {
            Amount most = instrument.bounds().positionMax();
            if (!most.equals(Amount.MOST)) {
                positions.put(instrument.base().code(), Figures.amount(instrument.base(), most));
            }
        }
        Amount notional = rules.limits().notionalOpenMax();
        return new RulesSummary.Limits(
                positions,
                notional.equals(Amount.MOST)
                        ? null
                        : Figures.amount(rules.firstInstrument().quote(), notional),
                rules.limits().ordersOpenMax());
    }
}
