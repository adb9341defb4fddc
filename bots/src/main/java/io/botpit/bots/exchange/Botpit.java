package io.botpit.bots.exchange;

import io.botpit.bots.Arena;
import io.botpit.bots.BotSettings;
import io.botpit.bots.WebSocketWire;
import io.botpit.bots.Wire;
import java.net.URI;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The doors to a Botpit server. Of the settings, {@code commandsPerSecond}, {@code game}, {@code clock} and {@code log} hold for
 * all, {@code beat} is how often REST is looked at.
 */
public final class Botpit {
    private Botpit() {}

    /**
     * Over a WebSocket, and what it does not keep over REST of the same server.
     *
     * @param server {@code ws://} or {@code wss://}
     */
    public static ExchangeClient overWebSocket(URI server, Arena.Login login, BotSettings settings) {
        String scheme = "wss".equals(server.getScheme()) ? "https" : "http";
        URI rest = URI.create(scheme + "://" + server.getAuthority());
        ArenaExchange.Way way = new ArenaExchange.Way(WebSocketWire.to(server), login, settings);
        return new ArenaExchange(way, new OrderIds(new SecureRandom()), new RestReads(rest, settings));
    }

    /** Over a wire of one's own: within the server's process, to a recorder, through bad weather. */
    public static ExchangeClient overWire(Wire.Dialer dialer, Arena.Login login, BotSettings settings) {
        return new ArenaExchange(
                new ArenaExchange.Way(dialer, login, settings), new OrderIds(new SecureRandom()), null);
    }

    /**
     * Over REST, which is for reading only.
     *
     * @param server {@code http://} or {@code https://}
     * @param player whose orders and balances are meant; null: nobody's
     */
    public static ExchangeClient overRest(URI server, @Nullable String player, BotSettings settings) {
        return new RestExchange(server, player, settings);
    }
}
