package io.botpit.game.scenario;

import io.botpit.game.GameMode;
import io.botpit.game.RefereeAct;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.Incident.Jump;
import io.botpit.game.scenario.Scenario.Course;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario comes to under one game's seed, second by second of game time: pauses do not count. The same scenario
 * and rules give the same script for ever. One thread.
 */
public final class Script {
    private static final double MILLION = 1_000_000;

    private final Scenario scenario;
    private final Dice dice;
    private final Map<Symbol, Instrument> instruments = new LinkedHashMap<>();
    private final Map<Symbol, ReferencePath> paths = new LinkedHashMap<>();

    /** Leaders as their followers see them, some seconds ago. */
    private final Map<Symbol, ReferencePath> leaders = new LinkedHashMap<>();

    /**
     * Nothing has happened yet.
     *
     * @param rules of the game; their seed decides all chance
     */
    public Script(Scenario scenario, GameRules rules) {
        this.scenario = scenario;
        dice = new Dice(rules.seed()).split("scenario");
        for (Course course : scenario.markets()) {
            Symbol symbol = course.symbol();
            instruments.put(
                    symbol,
                    rules.instrument(symbol)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "the game has no market " + symbol + " of scenario " + scenario.name())));
            paths.put(symbol, path(course));
            if (course.model() instanceof PriceModel.Follow(var leader, var _, var _, var _)) {
                leaders.put(symbol, path(scenario.course(leader).orElseThrow()));
            }
        }
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The reference price, on the grid and within the bounds of the instrument. */
    public Price reference(Symbol symbol, long second) {
        Instrument instrument = instrument(symbol);
        double ticks = instrument.markAtStart().ticks() * share(symbol, second);
        long lowest = instrument.bounds().priceMin().ticks();
        long highest = instrument.bounds().priceMax().ticks();
        return new Price(Math.clamp(StrictMath.round(ticks), lowest, highest));
    }

    /** How the house's makers quote. */
    public Liquidity liquidity(long second) {
        Liquidity now = Liquidity.USUAL;
        for (Incident incident : scenario.incidents()) {
            now = switch (incident) {
                case Incident.Thinning(var at, var seconds, var size)
                when isOn(at, seconds, second) -> now.thinner(size);
                case Incident.Widening(var at, var seconds, var spread)
                when isOn(at, seconds, second) -> now.wider(spread);
                case Incident.Thinning _, Incident.Widening _, Jump _, Incident.News _, Incident.Halt _ -> now;
            };
        }
        return now;
    }

    /** What the referee does in this second, in order: what is said, what is switched, then prices that moved. */
    public List<RefereeAct> acts(long second) {
        List<RefereeAct> acts = new ArrayList<>();
        for (Incident incident : scenario.incidents()) {
            if (incident instanceof Incident.News(var at, var text, var otherwise, var draw) && at == second) {
                acts.add(new RefereeAct.Announce(otherwise == null || isHeads(draw) ? text : otherwise));
            }
        }
        for (Incident incident : scenario.incidents()) {
            if (incident instanceof Incident.Halt halt) {
                if (halt.at() == second) {
                    acts.add(new RefereeAct.SetMode(halt.mode(), halt.cancelOrders()));
                } else if (halt.until() == second) {
                    acts.add(new RefereeAct.SetMode(GameMode.FULL, false));
                }
            }
        }
        for (Symbol symbol : paths.keySet()) {
            Price before = second == 0 ? instrument(symbol).markAtStart() : reference(symbol, second - 1);
            Price now = reference(symbol, second);
            if (!now.equals(before)) {
                acts.add(new RefereeAct.SetReference(symbol, now));
            }
        }
        return acts;
    }

    private double share(Symbol symbol, long second) {
        double own = path(symbol).at(second) * jumps(symbol, second);
        return switch (model(symbol)) {
            case PriceModel.Follow(var leader, var lag, var _, var _) -> {
                long seen = Math.max(0, second - lag);
                yield own * known(leaders.get(symbol), symbol).at(seen) * jumps(leader, seen);
            }
            case PriceModel.RandomWalk _,
                    PriceModel.Geometric _,
                    PriceModel.Trend _,
                    PriceModel.MeanReversion _,
                    PriceModel.Jumps _,
                    PriceModel.Recorded _ -> own;
        };
    }

    private double jumps(Symbol symbol, long second) {
        boolean follows = model(symbol) instanceof PriceModel.Follow;
        double share = 1;
        for (Incident incident : scenario.incidents()) {
            if (incident instanceof Jump jump
                    && (jump.symbol() == null ? !follows : jump.symbol().equals(symbol))) {
                double whole = (isHeads(jump.draw()) ? jump.ppm() : -jump.ppm()) / MILLION;
                share *= 1 + whole * done(jump, second - jump.at());
            }
        }
        return share;
    }

    /** Which part of a jump is there, so many seconds after it began. */
    private static double done(Jump jump, long since) {
        if (since < 0) {
            return 0;
        }
        if (since < jump.over()) {
            return (since + 1.0) / (jump.over() + 1.0);
        }
        long after = since - jump.over();
        return jump.back() == 0 ? 1 : Math.max(0, 1 - (double) after / jump.back());
    }

    private boolean isHeads(@Nullable String draw) {
        return draw == null || dice.split("draw " + draw).unit() < 0.5;
    }

    private static boolean isOn(long at, long seconds, long second) {
        return second >= at && second < at + seconds;
    }

    private ReferencePath path(Course course) {
        return new ReferencePath(course.model(), dice, "path " + course.symbol());
    }

    private PriceModel model(Symbol symbol) {
        return scenario.course(symbol).orElseThrow().model();
    }

    private ReferencePath path(Symbol symbol) {
        return known(paths.get(symbol), symbol);
    }

    private Instrument instrument(Symbol symbol) {
        return known(instruments.get(symbol), symbol);
    }

    private static <T> T known(@Nullable T found, Symbol symbol) {
        if (found == null) {
            throw new IllegalArgumentException("the scenario has no market " + symbol);
        }
        return found;
    }
}
