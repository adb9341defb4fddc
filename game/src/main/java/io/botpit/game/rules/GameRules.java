package io.botpit.game.rules;

import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can influence the outcome of a game; the first record of its journal.
 *
 * @param preset the name these rules started from, for people
 * @param behaviorVersion the version of the engine's behaviour; a game is only continued by the same one
 * @param seed of all chance in the game
 * @param instruments at least one; the first is the one that is meant when none is named
 * @param grants the starting wallet, one per asset
 */
public record GameRules(
        String preset,
        int behaviorVersion,
        long seed,
        List<Instrument> instruments,
        List<Grant> grants,
        Entry entry,
        Schedule schedule,
        TradingRules trading,
        Limits limits) {
    /** Raised whenever the same commands can lead to another outcome. */
    public static final int BEHAVIOR_VERSION = 2;

    public static final int INSTRUMENTS_MAX = 32;

    public GameRules {
        instruments = List.copyOf(instruments);
        grants = List.copyOf(grants);
        if (instruments.isEmpty() || instruments.size() > INSTRUMENTS_MAX) {
            throw new IllegalArgumentException("a game has 1 to " + INSTRUMENTS_MAX + " instruments");
        }
        if (instruments.stream().map(Instrument::symbol).distinct().count() < instruments.size()) {
            throw new IllegalArgumentException("an instrument is listed twice");
        }
        if (instruments.stream().map(Instrument::quote).distinct().count() > 1) {
            throw new IllegalArgumentException("all instruments of a game must have the same quote asset");
        }
        List<Asset> assets = assetsOf(instruments);
        if (assets.stream().map(Asset::code).distinct().count() < assets.size()) {
            throw new IllegalArgumentException("an asset is used with different decimals");
        }
        if (!grants.stream().map(Grant::asset).toList().equals(assets)) {
            throw new IllegalArgumentException("grants must name each asset once, in the order " + assets);
        }
        if (entry.rated() && trading.namedBook()) {
            throw new IllegalArgumentException("the book of a rated game must be anonymous");
        }
    }

    /** The same rules for others, at another time. */
    public GameRules with(Entry entry, Schedule schedule) {
        return new GameRules(preset, behaviorVersion, seed, instruments, grants, entry, schedule, trading, limits);
    }

    /** The same rules with other limits. */
    public GameRules with(List<Instrument> instruments, Limits limits) {
        return new GameRules(preset, behaviorVersion, seed, instruments, grants, entry, schedule, trading, limits);
    }

    /** The same rules with other chance. */
    public GameRules withSeed(long other) {
        return new GameRules(preset, behaviorVersion, other, instruments, grants, entry, schedule, trading, limits);
    }

    /** All assets: the first quote, the first base, then the others in the order of the instruments. */
    public List<Asset> assets() {
        return assetsOf(instruments);
    }

    public static List<Asset> assetsOf(List<Instrument> instruments) {
        List<Asset> assets = new ArrayList<>();
        for (Instrument instrument : instruments) {
            for (Asset asset : List.of(instrument.quote(), instrument.base())) {
                if (!assets.contains(asset)) {
                    assets.add(asset);
                }
            }
        }
        return List.copyOf(assets);
    }

    /** The instrument that is meant when none is named. */
    public Instrument firstInstrument() {
        return instruments.getFirst();
    }

    public Optional<Instrument> instrument(Symbol symbol) {
        return instruments.stream().filter(i -> i.symbol().equals(symbol)).findFirst();
    }
}
