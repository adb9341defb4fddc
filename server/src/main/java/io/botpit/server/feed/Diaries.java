package io.botpit.server.feed;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Dialect;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.control.GameView;
import io.botpit.game.rules.Entry;
import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each player was told of his own orders, fills and balances in a game, line by line: the frames as the socket has
 * them, with the moment ({@code at}, seconds since the epoch) in front, and each refusal. One thread; once the game is
 * over and nothing is seen any more, any thread reads.
 */
public final class Diaries implements Witness {
    /** Lines kept of all players of a game together, some 40 MB; those that come later are left out, and counted. */
    public static final int LINES_MAX = 1_000_000;

    private static final List<Channel> CHANNELS = List.of(Channel.ORDERS, Channel.FILLS, Channel.WALLET);

    private final Subject subject;
    private final Dialect dialect;
    private final int linesMax;
    private final Map<PlayerId, Diary> diaries = new HashMap<>();
    private final Map<String, PlayerId> byName = new HashMap<>();
    private int lines;

    public Diaries(Subject subject, Dialect dialect) {
        this(subject, dialect, LINES_MAX);
    }

    Diaries(Subject subject, Dialect dialect, int linesMax) {
        this.subject = subject;
        this.dialect = dialect;
        this.linesMax = linesMax;
    }

    @Override
    public void see(Committed commit) {
        String at = "{\"at\": " + BigDecimal.valueOf(commit.command().at().micros(), 6) + ", ";
        Set<PlayerId> concerned = new LinkedHashSet<>();
        for (Event event : commit.events()) {
            switch (event) {
                case Event.Admitted(var player, var name) -> {
                    byName.put(Entry.fold(name), player);
                    diaries.put(player, new Diary());
                }
                case Event.Accepted(var order, var _) -> concerned.add(order.owner());
                case Event.Amended(var order, var _) -> concerned.add(order.owner());
                case Event.Completed(var order, var _) -> concerned.add(order.owner());
                case Event.Cancelled(var order, var _, var _) -> concerned.add(order.owner());
                case Event.Filled(var fill) -> concerned.add(fill.owner());
                case Event.WalletChanged(var player, var _, var _, var _) -> concerned.add(player);
                case Event.Rejected(var player, var reason, var detail) ->
                    write(player, at + refused(commit.command().sequence(), reason, detail));
                case Event.GameEvent _,
                        Event.Repeated _,
                        Event.SwitchSet _,
                        Event.Traded _,
                        Event.ReferenceMoved _,
                        Event.MarketEvent _,
                        Event.Said _ -> {
                    // nothing that is somebody's own
                }
            }
        }
        concerned.forEach(player -> push(player, commit, at));
    }

    @Override
    public void see(GameView view, GameTime at) {
        // Only what happened is told, not how it stood.
    }

    /** About what it weighs in memory. */
    public long bytes() {
        return diaries.values().stream().mapToLong(Diary::bytes).sum();
    }

    /** The diary of a bot that was let in, whatever the case of its letters; ready to be sent. */
    public Optional<Packed> packed(String name) {
        return Optional.ofNullable(byName.get(Entry.fold(name)))
                .map(diaries::get)
                .map(Diary::packed);
    }

    /** No more comes. */
    public void close() {
        diaries.values().forEach(Diary::close);
    }

    private void push(PlayerId player, Committed commit, String at) {
        for (Channel channel : CHANNELS) {
            for (String frame : dialect.push(commit, channel, 0, subject.viewer(player))) {
                write(player, at + frame.substring(1));
            }
        }
    }

    private static String refused(long sequence, Reason reason, String detail) {
        Json.Members members = Json.object()
                .put("type", "refused")
                .put("seq", sequence)
                .put("code", reason.code())
                .put("detail", detail);
        return JsonText.ofRequests().write(members.build()).substring(1);
    }

    private void write(PlayerId player, String line) {
        Diary diary = diaries.computeIfAbsent(player, _ -> new Diary());
        if (lines < linesMax) {
            lines++;
            diary.write(line);
        } else {
            diary.leaveOut();
        }
    }
}
