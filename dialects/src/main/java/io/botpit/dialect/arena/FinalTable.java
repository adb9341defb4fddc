package io.botpit.dialect.arena;

import io.botpit.game.Holding;
import io.botpit.game.Standing;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import java.math.BigDecimal;
import java.util.List;

/**
 * The final table as cxgame's CSV: everything a player owns of the first instrument's assets, and what all is worth at
 * the final mark.
 */
record FinalTable(GameRules rules) {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    String csv(List<Standing> table) {
        Instrument first = rules.firstInstrument();
        StringBuilder csv = new StringBuilder(line("user", "crypto", "usd", "holdings"));
        for (Standing row : table) {
            csv.append(line(
                    cell(row.name()),
                    Scales.size(total(row, first.base())).toString(),
                    Scales.money(total(row, first.quote())).toString(),
                    Scales.money(Scales.of(row.equity(), first.quote())).toString()));
        }
        return csv.toString();
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
