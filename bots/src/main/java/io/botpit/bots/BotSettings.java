package io.botpit.bots;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a bot is run.
 *
 * @param beat time from one {@link Update.Beat} to the next, at least 1 ms
 * @param commandsPerSecond pace of what is sent, in bursts of at most one second's worth; below the server's own limit
 * @param game id of the game to join; null: the one that the server has us in
 * @param stay whether to go on with the next game when one is over or the server has us in another
 * @param turns whether it says by {@code ping} that it is done, and has its beat when that is answered, at the game's time: for
 *     the local arena, whose clock stands while a bot thinks and goes as fast as it can in between
 * @param botVersion which version of itself the bot is, 1 to 40 characters: the bot's page shows it, and a new one puts its
 *     ratings in doubt; null: it does not say
 * @param namesOrders whether each order is sent with a {@code client_order_id} of its own, so that a message that comes twice
 *     places it once; a game remembers 100,000 of them, so where no message can be lost or doubled, better without
 * @param clock gives the time; the runner alone reads it
 * @param log hears one line for each thing that an operator wants to know; called by the runner's thread
 */
public record BotSettings(
        Duration beat,
        int commandsPerSecond,
        @Nullable String game,
        boolean stay,
        boolean turns,
        @Nullable String botVersion,
        boolean namesOrders,
        InstantSource clock,
        Consumer<String> log) {
    public static final Duration BEAT = Duration.ofMillis(500);
    public static final int COMMANDS_PER_SECOND = 50;
    public static final int COMMANDS_PER_SECOND_MAX = 100_000;

    public BotSettings {
        if (beat.toMillis() < 1) {
            throw new IllegalArgumentException("a beat of at least 1 ms, not " + beat);
        }
        if (commandsPerSecond < 1 || commandsPerSecond > COMMANDS_PER_SECOND_MAX) {
            throw new IllegalArgumentException(
                    "commands_per_second must be 1 to " + COMMANDS_PER_SECOND_MAX + ": " + commandsPerSecond);
        }
    }

    /** The default beat and pace, the system's clock, no log. */
    public static BotSettings standard() {
        return new BotSettings(
                BEAT, COMMANDS_PER_SECOND, null, false, false, null, true, InstantSource.system(), _ -> {});
    }

    public BotSettings withBeat(Duration other) {
        return new BotSettings(other, commandsPerSecond, game, stay, turns, botVersion, namesOrders, clock, log);
    }

    public BotSettings withGame(String id) {
        return new BotSettings(beat, commandsPerSecond, id, stay, turns, botVersion, namesOrders, clock, log);
    }

    /** Plays game after game, as in a tournament. */
    public BotSettings staying() {
        return new BotSettings(beat, commandsPerSecond, game, true, turns, botVersion, namesOrders, clock, log);
    }

    /** Plays in the local arena, by its clock. */
    public BotSettings inTurns() {
        return new BotSettings(beat, commandsPerSecond, game, stay, true, botVersion, namesOrders, clock, log);
    }

    public BotSettings withBotVersion(String version) {
        return new BotSettings(beat, commandsPerSecond, game, stay, turns, version, namesOrders, clock, log);
    }

    public BotSettings withoutOrderNames() {
        return new BotSettings(beat, commandsPerSecond, game, stay, turns, botVersion, false, clock, log);
    }

    public BotSettings withLog(Consumer<String> other) {
        return new BotSettings(beat, commandsPerSecond, game, stay, turns, botVersion, namesOrders, clock, other);
    }
}
