package io.botpit.benchmarks;

import io.botpit.bots.Strategy;
import java.util.List;
import java.util.function.Supplier;

/**
 * A way to gain from how a game is scored and not from trading, beside the same bot without it.
 *
 * @param name of the attack
 * @param honest the bot as it trades else
 * @param crooked the same with the attack
 * @param helper a second account that works for the bot in the crooked game; in the honest one it does nothing
 */
record Attack(String name, Supplier<Strategy> honest, Supplier<Strategy> crooked, Supplier<Strategy> helper) {
    /** All of them. Each bot is a fresh one for each game. */
    static final List<Attack> ALL = List.of(
            alone("bang the close", () -> Moves.all(Moves.hold(), Moves.inWindow(Moves.lift()))),
            alone("spoofed mid", () -> Moves.all(Moves.hold(), Moves.inWindow(Moves.flash()))),
            new Attack(
                    "wash",
                    Moves::hold,
                    () -> Moves.all(Moves.hold(), Moves.afterStart(Moves.passOn())),
                    () -> Moves.afterStart(Moves.takeIn())),
            new Attack("partner pump", Moves::hold, Moves::hold, () -> Moves.inWindow(Moves.lift())),
            alone("stub quotes", () -> Moves.all(Moves.hold(), Moves.inWindow(Moves.stub()))),
            alone("end-of-game sweep", () -> Moves.all(Moves.hold(), Moves.atTheLast(Moves.lift()))),
            new Attack("idle holder", Moves::nothing, Moves::nothing, Moves::nothing),
            new Attack("disconnect option", Moves::quote, Moves::quoteAndVanish, Moves::nothing));

    private static Attack alone(String name, Supplier<Strategy> crooked) {
        return new Attack(name, Moves::hold, crooked, Moves::nothing);
    }
}
