package io.botpit.game.scenario;

import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.scenario.Incident.Halt;
import io.botpit.game.scenario.Incident.Jump;
import io.botpit.game.scenario.Scenario.Course;
import java.util.Comparator;
import java.util.List;

/** What the parts of a scenario demand of each other. Each problem names the field and what would do. */
final class ScenarioChecks {
    private ScenarioChecks() {}

    static void consistent(List<Course> markets, List<Incident> incidents) {
        List<Symbol> symbols = markets.stream().map(Course::symbol).toList();
        if (symbols.stream().distinct().count() < symbols.size()) {
            throw new IllegalArgumentException("markets: each symbol once, not " + symbols);
        }
        markets.forEach(market -> checkLeader(market, markets));
        for (Incident incident : incidents) {
            if (incident instanceof Jump jump && jump.symbol() != null && !symbols.contains(jump.symbol())) {
                throw new IllegalArgumentException("incidents: symbol of the jump at second " + jump.at()
                        + " must be one of the markets " + symbols + ", not " + jump.symbol());
            }
        }
        checkHalts(incidents);
    }

    /** Makers must be able to quote around the reference, wherever the book is. */
    static void playable(String preset, List<Course> markets) {
        GameRules rules = Presets.named(preset, 0);
        if (rules.trading().quotesBehindMark()) {
            throw new IllegalArgumentException(
                    "preset " + preset
                            + " lets nobody quote before the mark, so the house could not follow the reference: choose another");
        }
        List<Symbol> known =
                rules.instruments().stream().map(Instrument::symbol).toList();
        for (Course market : markets) {
            if (!known.contains(market.symbol())) {
                throw new IllegalArgumentException("markets: symbol must be one of " + known + " of preset " + preset
                        + ", not " + market.symbol());
            }
        }
    }

    private static void checkLeader(Course market, List<Course> markets) {
        if (market.model() instanceof PriceModel.Follow follow
                && markets.stream()
                        .noneMatch(other -> other.symbol().equals(follow.leader())
                                && !(other.model() instanceof PriceModel.Follow))) {
            throw new IllegalArgumentException("markets: leader of " + market.symbol()
                    + " must be a market of this scenario that follows no other, not " + follow.leader());
        }
    }

    private static void checkHalts(List<Incident> incidents) {
        List<Halt> halts = incidents.stream()
                .filter(Halt.class::isInstance)
                .map(Halt.class::cast)
                .sorted(Comparator.comparingLong(Halt::at))
                .toList();
        for (int i = 1; i < halts.size(); i++) {
            if (halts.get(i).at() <= halts.get(i - 1).until()) {
                throw new IllegalArgumentException(
                        "incidents: the halt at second " + halts.get(i).at() + " must begin after second "
                                + halts.get(i - 1).until() + ", when the one before is over");
            }
        }
    }
}
