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
 * @param clock gives the time; the runner alone reads it
 * @param log hears one line for each thing that an operator wants to know; called by the runner's thread
 */
public record BotSettings(
        Duration beat, int commandsPerSecond, @Nullable String game, InstantSource clock, Consumer<String> log) {
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
        return new BotSettings(BEAT, COMMANDS_PER_SECOND, null, InstantSource.system(), _ -> {});
    }

    public BotSettings withBeat(Duration other) {
        return new BotSettings(other, commandsPerSecond, game, clock, log);
    }

    public BotSettings withGame(String id) {
        return new BotSettings(beat, commandsPerSecond, id, clock, log);
    }

    public BotSettings withLog(Consumer<String> other) {
        return new BotSettings(beat, commandsPerSecond, game, clock, other);
    }
}
