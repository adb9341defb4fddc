package io.botpit.server.feed;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.money.Asset;
import io.botpit.game.report.Attribution;
import io.botpit.game.report.BotReport;
import io.botpit.game.report.Conduct;
import io.botpit.game.report.Figures;
import io.botpit.game.report.Flag;
import io.botpit.game.report.Flow;
import io.botpit.game.report.GameReport;
import io.botpit.game.report.RobustPlace;
import io.botpit.game.rules.GameRules;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.ReportPage;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report in the words of the REST interface. Once made, any thread. */
public final class ReportText {
    /** Pairs of bots that are shown, those that moved most. */
    static final int FLOWS_MAX = 1_000;

    private static final int DECIMALS = 6;

    private final String game;
    private final Asset money;
    private final GameReport report;
    private final Map<PlayerId, String> names = new HashMap<>();

    public ReportText(GameId game, GameRules rules, GameReport report) {
        this.game = game.text();
        this.money = rules.firstInstrument().quote();
        this.report = report;
        report.bots().forEach(bot -> names.put(bot.player(), bot.name()));
    }

    public ReportPage page() {
        return new ReportPage(
                game,
                money.code(),
                report.seconds(),
                report.bots().stream().map(this::row).toList(),
                report.flows().size(),
                report.flows().stream().limit(FLOWS_MAX).map(this::row).toList(),
                report.flags().stream().map(this::row).toList(),
                List.of());
    }

    private ReportPage.BotReport row(BotReport bot) {
        return new ReportPage.BotReport(
                game,
                bot.name(),
                bot.house(),
                text(bot.score()),
                standing(bot.standing()),
                attribution(bot.attribution()),
                figures(bot.figures()),
                conduct(bot.conduct()));
    }

    private ReportPage.@Nullable Standing standing(@Nullable RobustPlace place) {
        return place == null ? null : new ReportPage.Standing(place.place(), place.worst(), name(place.without()));
    }

    private ReportPage.Attribution attribution(Attribution parts) {
        return new ReportPage.Attribution(
                text(parts.spread()),
                text(parts.markOut()),
                text(parts.inventory()),
                text(parts.fees()),
                text(parts.settlement()));
    }

    private ReportPage.Figures figures(Figures figures) {
        Map<String, Long> rejects = new LinkedHashMap<>();
        figures.rejects().forEach((Reason reason, Long count) -> rejects.put(reason.code(), count));
        return new ReportPage.Figures(
                text(figures.drawdown()),
                rounded(figures.steadiness()),
                text(figures.turnover()),
                rounded(figures.makerShare()),
                rounded(figures.fillRatio()),
                rounded(figures.timeInPosition()),
                rounded(figures.uptime()),
                rejects);
    }

    private ReportPage.Conduct conduct(Conduct conduct) {
        return new ReportPage.Conduct(
                conduct.orders(),
                conduct.trades(),
                rounded(conduct.orderToTrade()),
                rounded(conduct.hastyShare()),
                conduct.preventedSelfTrades(),
                rounded(conduct.edge()),
                name(conduct.partner()),
                rounded(conduct.partnerShare()));
    }

    private ReportPage.FlowRow row(Flow flow) {
        return new ReportPage.FlowRow(
                game,
                String.valueOf(name(flow.to())),
                String.valueOf(name(flow.from())),
                text(flow.amount()),
                text(flow.volume()),
                flow.trades(),
                rounded(flow.deviations()),
                rounded(flow.share()),
                rounded(flow.net()));
    }

    private ReportPage.FlagRow row(Flag flag) {
        return new ReportPage.FlagRow(
                game,
                Word.of(flag.rule()),
                String.valueOf(name(flag.who())),
                name(flag.with()),
                flag.rule().says());
    }

    private @Nullable String name(@Nullable PlayerId player) {
        return player == null ? null : names.get(player);
    }

    private String text(BigInteger units) {
        return new BigDecimal(units, money.decimals()).toPlainString();
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
