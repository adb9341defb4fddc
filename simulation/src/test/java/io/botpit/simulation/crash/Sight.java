package io.botpit.simulation.crash;

import io.botpit.game.GameId;
import io.botpit.simulation.arena.Bot;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/**
 * The default game, seen over the wire.
 *
 * @param leftMillis of its time
 * @param nanos when it was seen, as {@link System#nanoTime}
 * @param wallMillis likewise by the clock that server and test have in common
 */
record Sight(GameId game, long leftMillis, long nanos, long wallMillis) {
    static Sight of(int port) throws IOException, InterruptedException {
        try (Bot bot = Bot.connect(port)) {
            for (JsonNode game : bot.ask("games").get("data")) {
                if (game.get("default").asBoolean()) {
                    GameId id = new GameId(game.get("id").asString());
                    return new Sight(id, game.get("left_ms").asLong(), System.nanoTime(), System.currentTimeMillis());
                }
            }
            throw new IOException("there is no default game");
        }
    }
}
