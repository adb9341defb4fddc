package io.botpit.server.http;

import io.botpit.game.GameId;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.protocol.rest.ActRequest;
import io.botpit.server.lobby.Lobby;
import io.botpit.server.lobby.NewGame;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Opens a game as the admin wants it: a preset, a title, a time limit. */
final class GameOpening {
    private static final int TITLE_CHARS_MAX = 64;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Lobby lobby;
    private final SecureRandom seeds = new SecureRandom();

    GameOpening(Lobby lobby) {
        this.lobby = lobby;
    }

    CompletableFuture<GameId> open(ActRequest wanted) {
        String preset = wanted.preset() == null ? Presets.CLASSIC : wanted.preset();
        String title = title(wanted.title(), preset);
        return lobby.open(new NewGame(rules(preset, wanted.seconds()), title, false));
    }

    private static String title(@Nullable String title, String preset) {
        if (title == null) {
            return preset;
        }
        if (title.isBlank() || title.length() > TITLE_CHARS_MAX) {
            throw Problem.invalid("title", "must have 1 to " + TITLE_CHARS_MAX + " characters");
        }
        return title;
    }

    private GameRules rules(String preset, @Nullable Integer seconds) {
        try {
            GameRules base = Presets.named(preset, seeds.nextLong());
            long millis = seconds == null ? 0 : seconds * MILLIS_PER_SECOND;
            return new GameRules(
                    base.preset(),
                    base.behaviorVersion(),
                    base.seed(),
                    base.instruments(),
                    base.grants(),
                    base.entry(),
                    new Schedule(false, millis),
                    base.trading(),
                    base.limits());
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "invalid_rules", String.valueOf(e.getMessage()));
        }
    }
}
