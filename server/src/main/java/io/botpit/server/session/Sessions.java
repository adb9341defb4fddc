package io.botpit.server.session;

import io.botpit.dialect.Notice;
import io.botpit.game.PlayerId;
import io.botpit.server.link.CloseCode;
import io.botpit.server.link.Link;
import io.botpit.server.link.Outboxes;
import io.botpit.server.link.Places;
import io.botpit.server.lobby.OpenGame;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All connections of players. Any thread. */
public final class Sessions {
    private final SessionWorks works;
    private final Places places;
    private final SessionMeter meter;
    private final Budgets budgets;
    private final Outboxes outboxes;
    private final Presence presence = new Presence();
    /** In the order of their coming: who is told first must not depend on the run. */
    private final Set<Session> open = new ConcurrentSkipListSet<>();

    private final Map<PlayerId, Set<Session>> byPlayer = new ConcurrentHashMap<>();
    private final AtomicLong came = new AtomicLong();
    private volatile boolean closed;

    /**
     * Nobody is connected yet.
     *
     * @param places shared with the readers of the feeds
     * @param meter is told of every answer
     */
    public Sessions(SessionWorks works, Places places, SessionMeter meter) {
        this.works = works;
        this.places = places;
        this.meter = meter;
        this.budgets = new Budgets(works.limits().rates(), works.clocks());
        this.outboxes = new Outboxes(works.limits().outbox());
        works.lobby().onOpened(game -> {
            if (game.isDefault()) {
                open.forEach(Session::follow);
            }
        });
        works.lobby()
                .assignments()
                .onChange(player -> byPlayer.getOrDefault(player, Set.of()).forEach(Session::follow));
        works.lobby().onEvicted((player, why) -> close(player, why, _ -> true));
    }

    /** Takes a connection in, or closes it at once with 1013 where there are too many. */
    public Session open(Link link) {
        Session session = new Session(link, works, this, false);
        if (closed) {
            session.goodbye(CloseCode.GOING_AWAY, "the server goes down");
            return session;
        }
        places.take(link.address())
                .ifPresentOrElse(
                        obstacle -> session.goodbye(CloseCode.TRY_AGAIN_LATER, obstacle), () -> admit(session));
        return session;
    }

    private void admit(Session session) {
        open.add(session);
        session.follow();
        session.watchLogin();
        works.dialect().feed(new Notice.Connected(session.address())).ifPresent(this::notice);
    }

    /** A connection of one of the house's own bots: no rate limits, all else as for everybody. */
    public Session openHouse(Link link) {
        Session session = new Session(link, works, this, true);
        if (closed) {
            session.goodbye(CloseCode.GOING_AWAY, "the server goes down");
        } else {
            open.add(session);
            session.follow();
        }
        return session;
    }

    /** How many are connected. */
    public int count() {
        return open.size();
    }

    /** Whether a player is connected. */
    public boolean isOnline(PlayerId player) {
        return byPlayer.containsKey(player);
    }

    /** Whether a connection of a player is with a game. */
    public boolean isIn(OpenGame game, PlayerId player) {
        return presence.isThere(game, player);
    }

    public Outboxes outboxes() {
        return outboxes;
    }

    /** Lets nobody in any more and says goodbye to all, after what was still to be said. */
    public void closeAll(int code, String reason) {
        closed = true;
        open.forEach(session -> session.goodbye(code, reason));
    }

    long nextNumber() {
        return came.incrementAndGet();
    }

    Places places() {
        return places;
    }

    SessionMeter meter() {
        return meter;
    }

    Presence presence() {
        return presence;
    }

    Budgets budgets() {
        return budgets;
    }

    /** For the curious: dropped where the feed has more important things to tell. */
    void notice(String frame) {
        works.lobby().currentGame().feed().notice(List.of(frame));
    }

    /** A session is somebody else's now. */
    void seated(Session session, @Nullable PlayerId before, @Nullable PlayerId after) {
        if (before != null) {
            byPlayer.computeIfPresent(before, (_, own) -> without(own, session));
        }
        if (after != null) {
            byPlayer.compute(after, (_, own) -> with(own, session));
        }
    }

    void closeOthers(PlayerId player, Session but) {
        close(player, "token_rotated", session -> !session.equals(but));
    }

    void left(Session session, @Nullable PlayerId player, String address) {
        seated(session, player, null);
        if (open.remove(session) && !session.isHouse()) {
            places.leave(address);
        }
    }

    private void close(PlayerId player, String reason, Predicate<Session> which) {
        byPlayer.getOrDefault(player, Set.of()).stream()
                .filter(which)
                .forEach(session -> session.goodbye(CloseCode.POLICY, reason));
    }

    private static Set<Session> with(@Nullable Set<Session> own, Session session) {
        Set<Session> more = own == null ? new ConcurrentSkipListSet<>() : own;
        more.add(session);
        return more;
    }

    private static @Nullable Set<Session> without(Set<Session> own, Session session) {
        own.remove(session);
        return own.isEmpty() ? null : own;
    }
}
