package io.botpit.server.feed;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Dialect;
import io.botpit.dialect.Viewer;
import io.botpit.game.Answer;
import io.botpit.game.Committed;
import io.botpit.game.PlayerId;
import io.botpit.game.control.GameView;
import io.botpit.server.link.Frames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who subscribed to which channels of one game. A frame is encoded once per audience: once for everybody on the public
 * channels, once per player on the private ones. Feed's thread only.
 */
final class Subscriptions {
    private static final List<Channel> PUBLIC = List.of(Channel.BOOK, Channel.TRADES, Channel.GAME);
    private static final List<Channel> PRIVATE = List.of(Channel.ORDERS, Channel.FILLS, Channel.WALLET);

    private final Dialect dialect;
    private final Viewer stranger;
    private final Set<Subscriber> everybody = new LinkedHashSet<>();
    private final Map<PlayerId, Set<Subscriber>> byPlayer = new HashMap<>();
    /** The sequence of the last frame of each stream. */
    private final Map<Stream, Long> previous = new HashMap<>();

    /** A channel as one audience sees it; the player is null on public ones. */
    private record Stream(Channel channel, @Nullable PlayerId player) {}

    Subscriptions(Dialect dialect, Viewer stranger) {
        this.dialect = dialect;
        this.stranger = stranger;
    }

    void add(Subscriber subscriber, Set<Channel> channels, long after) {
        channels.forEach(channel -> subscriber.follow(channel, after));
        everybody.add(subscriber);
        PlayerId player = subscriber.viewer().player();
        if (player != null) {
            byPlayer.computeIfAbsent(player, _ -> new LinkedHashSet<>()).add(subscriber);
        }
    }

    void remove(Subscriber subscriber, Set<Channel> channels) {
        channels.forEach(subscriber::leave);
        if (subscriber.isEmpty()) {
            drop(subscriber);
        }
    }

    boolean isEmpty() {
        return everybody.isEmpty();
    }

    void publish(Committed commit) {
        if (everybody.isEmpty()) {
            return;
        }
        for (Channel channel : PUBLIC) {
            publish(commit, new Stream(channel, null), everybody, stranger);
        }
        for (PlayerId player : Touched.by(commit)) {
            Set<Subscriber> own = byPlayer.get(player);
            if (own != null && !own.isEmpty()) {
                Viewer viewer = own.iterator().next().viewer();
                PRIVATE.forEach(channel -> publish(commit, new Stream(channel, player), own, viewer));
            }
        }
    }

    /** The table is no event: it comes whole, whenever there is a new picture. */
    void standings(GameView view) {
        List<Subscriber> readers = readers(everybody, Channel.STANDINGS, view.sequence());
        if (readers.isEmpty()) {
            return;
        }
        dialect.snapshot(Channel.STANDINGS, view.sequence(), new Answer.Table(view.standings()), stranger)
                .ifPresent(frame -> send(readers, List.of(frame)));
    }

    /** What somebody missed on some channels, encoded for him alone. */
    boolean replay(Subscriber subscriber, Set<Channel> channels, List<Committed> missed) {
        for (Channel channel : channels) {
            long last = missed.isEmpty() ? 0 : missed.getFirst().command().sequence() - 1;
            for (Committed commit : missed) {
                List<String> frames = dialect.push(commit, channel, last, subscriber.viewer());
                if (!frames.isEmpty()) {
                    last = commit.command().sequence();
                }
                if (!subscriber.send(frames)) {
                    return false;
                }
            }
        }
        return true;
    }

    void cutAll(int code, String reason) {
        everybody.forEach(subscriber -> subscriber.cut(code, reason));
        everybody.clear();
        byPlayer.clear();
    }

    private void publish(Committed commit, Stream stream, Set<Subscriber> audience, Viewer viewer) {
        long sequence = commit.command().sequence();
        List<Subscriber> readers = readers(audience, stream.channel(), sequence);
        if (readers.isEmpty()) {
            return;
        }
        List<String> frames = dialect.push(commit, stream.channel(), previous.getOrDefault(stream, 0L), viewer);
        if (!frames.isEmpty()) {
            previous.put(stream, sequence);
            send(readers, frames);
        }
    }

    private static List<Subscriber> readers(Set<Subscriber> audience, Channel channel, long sequence) {
        List<Subscriber> readers = new ArrayList<>();
        for (Subscriber subscriber : audience) {
            if (subscriber.wants(channel, sequence)) {
                readers.add(subscriber);
            }
        }
        return readers;
    }

    private void send(List<Subscriber> readers, List<String> texts) {
        Frames frames = new Frames(texts);
        for (Subscriber reader : readers) {
            if (!reader.send(frames)) {
                drop(reader);
            }
        }
    }

    private void drop(Subscriber subscriber) {
        everybody.remove(subscriber);
        PlayerId player = subscriber.viewer().player();
        if (player != null) {
            byPlayer.getOrDefault(player, new LinkedHashSet<>()).remove(subscriber);
        }
    }
}
