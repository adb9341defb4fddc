package io.botpit.dialect.arena;

import io.botpit.game.Event;
import io.botpit.game.FinalMark;
import io.botpit.game.Holding;
import io.botpit.game.Standing;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import java.math.BigDecimal;
import java.util.List;

/**
 * The final table as cxgame's CSV: everything a player owns of the first instrument's assets, and what that is worth at
 * the final mark.
 */
record FinalTable(GameRules rules) {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    String csv(Event.Ended ended) {
        Instrument first = rules.firstInstrument();
        BigDecimal mark = markOf(first, ended.marks());
        StringBuilder csv = new StringBuilder(line("user", "crypto", "usd", "holdings"));
        for (Standing row : ended.table()) {
            BigDecimal crypto = total(row, first.base());
            BigDecimal usd = total(row, first.quote());
            csv.append(line(
                    cell(row.name()),
                    Scales.size(crypto).toString(),
                    Scales.money(usd).toString(),
                    Scales.money(usd.add(crypto.multiply(mark))).toString()));
        }
        return csv.toString();
    }

    private static BigDecimal markOf(Instrument instrument, List<FinalMark> marks) {
        return marks.stream()
                .filter(mark -> mark.symbol().equals(instrument.symbol()))
                .map(mark -> new BigDecimal(instrument.text(mark.price())))
                .findFirst()
                .orElseThrow();
    }

    /** Names are harmless by their alphabet; a table outlives the rule that says so. */
    private static String cell(String name) {
        String plain = name.replace('"', '-');
        return !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }

    private static String line(String user, String crypto, String usd, String holdings) {
        return "\"" + String.join("\",\"", user, crypto, usd, holdings) + "\"\n";
    }

    private static BigDecimal total(Standing row, Asset asset) {
        return row.holdings().stream()
                .filter(holding -> holding.asset().equals(asset))
                .map(Holding::total)
                .map(total -> Scales.of(total, asset))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
