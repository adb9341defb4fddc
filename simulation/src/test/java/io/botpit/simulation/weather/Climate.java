package io.botpit.simulation.weather;

import io.botpit.game.rules.Presets;
import io.botpit.persistence.journal.Durability;
import io.botpit.simulation.audit.Dice;
import java.util.List;

/** The parameters of a run, drawn from its seed; probabilities in parts of a thousand or a million. */
record Climate(Crowd crowd, Field field, Wire wire, Box box) {
    private static final List<String> ROSTERS =
            List.of("", "market-maker", "market-maker,noise", "noise:2", "market-maker,noise,momentum,mean-reversion");

    /**
     * Who plays.
     *
     * @param house specification of the house's bots, maybe empty
     * @param moreGames opened while the first one runs
     * @param thinkMillis between two acts of a player, on average
     */
    record Crowd(int players, String house, int moreGames, int thinkMillis) {}

    /**
     * What is played, and within which limits.
     *
     * @param whitelist whether the first game waits for its players
     * @param commandsPerSecond of a player; 0: no limit
     */
    record Field(
            String preset,
            boolean whitelist,
            long timeLimitMillis,
            int commandsPerSecond,
            int outboxFramesMax,
            int inboxCommandsMax,
            int batchCommandsMax) {}

    /** The network. */
    record Wire(
            int dropPermille,
            int doublePermille,
            int reorderPermille,
            int hangUpPermille,
            int stickPermille,
            int delayMillisMax) {}

    /** The machine. */
    record Box(
            Durability durability,
            int crashPpm,
            int tearPpm,
            int failPpm,
            int fullPpm,
            long clockStepMillisMax,
            int pausePermille) {}

    static Climate draw(Dice dice) {
        return new Climate(crowd(dice), field(dice), wire(dice), box(dice));
    }

    private static Crowd crowd(Dice dice) {
        return new Crowd(1 + dice.below(5), dice.of(ROSTERS), dice.below(3), 20 + dice.below(100));
    }

    private static Field field(Dice dice) {
        return new Field(
                dice.of(Presets.NAMES),
                dice.permille(250),
                dice.permille(250) ? 0 : 1_000 + dice.upTo(20_000),
                dice.permille(600) ? 0 : 5 + dice.below(200),
                dice.of(List.of(8, 64, 1_024)),
                dice.of(List.of(4, 64, 8_192)),
                dice.of(List.of(1, 7, 256)));
    }

    private static Wire wire(Dice dice) {
        return new Wire(
                rare(dice, 50),
                rare(dice, 80),
                rare(dice, 200),
                rare(dice, 30),
                rare(dice, 15),
                dice.of(List.of(1, 20, 300)));
    }

    private static Box box(Dice dice) {
        return new Box(
                dice.permille(600) ? Durability.PROCESS : Durability.POWER,
                rare(dice, 1_500),
                rare(dice, 4_000),
                rare(dice, 2_000),
                rare(dice, 2_000),
                dice.of(List.of(0L, 500L, 3_600_000L)),
                rare(dice, 10));
    }

    /** Often none at all: a fault is best seen where no other hides it. */
    private static int rare(Dice dice, int max) {
        return dice.permille(350) ? 0 : 1 + dice.below(max);
    }
}
