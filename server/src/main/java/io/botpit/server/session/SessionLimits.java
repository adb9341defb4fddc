package io.botpit.server.session;

import io.botpit.server.link.OutboxLimits;
import java.time.Duration;

/**
 * The limits of players' connections.
 *
 * @param requestsInFlightMax of one connection; more are answered BUSY, in order
 * @param malformedInRowMax that many frames in a row that cannot be read close the connection
 * @param refusedBeforeLoginMax that many refusals of somebody who never logged in close it
 * @param loginWithin a stranger who is silent for so long is cut, and one who is not is a watcher
 * @param outbox what may wait for one connection
 * @param rates how much per time
 */
public record SessionLimits(
        int requestsInFlightMax,
        int malformedInRowMax,
        int refusedBeforeLoginMax,
        Duration loginWithin,
        OutboxLimits outbox,
        Rates rates) {
    public static final SessionLimits STANDARD =
            new SessionLimits(256, 20, 10, Duration.ofSeconds(10), OutboxLimits.STANDARD, Rates.of(200));

    /**
     * Rate limits.
     *
     * @param commands of a player, on all connections together
     * @param broadcasts of a player likewise: each goes to every reader of the feed
     * @param guests requests before login, per address
     * @param frames of a connection, before they are even read
     * @param refusals of a connection on account of the other limits: beyond that it is closed
     */
    public record Rates(Rate commands, Rate broadcasts, Rate guests, Rate frames, Rate refusals) {
        /** The processor's share of a connection is this many times a player's. */
        private static final int FRAMES_PER_COMMAND = 5;

        private static final int BROADCASTS_PER_SECOND = 10;
        private static final int GUESTS_PER_SECOND = 500;
        private static final int REFUSALS_PER_SECOND = 500;

        /** Limits around so many commands a second; 0: none at all. */
        public static Rates of(int commandsPerSecond) {
            boolean off = commandsPerSecond == 0;
            return new Rates(
                    Rate.perSecond("commands", commandsPerSecond),
                    Rate.perSecond("broadcasts", off ? 0 : BROADCASTS_PER_SECOND),
                    Rate.perSecond("requests_before_login", off ? 0 : GUESTS_PER_SECOND),
                    Rate.perSecond("frames", FRAMES_PER_COMMAND * commandsPerSecond),
                    Rate.perSecond("refusals", off ? 0 : REFUSALS_PER_SECOND));
        }
    }

    public SessionLimits withRates(Rates other) {
        return new SessionLimits(
                requestsInFlightMax, malformedInRowMax, refusedBeforeLoginMax, loginWithin, outbox, other);
    }
}
