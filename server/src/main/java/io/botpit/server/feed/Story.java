package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.protocol.SpectatorFrame.LogLine;
import io.botpit.server.feed.Stage.Beaten;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A game's news in words. Feed's thread only. */
final class Story {
    static final int LINES_KEPT = 200;

    private static final int SAID_CHARS_SHOWN = 200;

    private final Names names;
    private final Deque<Beaten<StoryLine>> lines = new ArrayDeque<>();
    private String leader = "";

    Story(Names names) {
        this.names = names;
    }

    void see(Committed commit, long beat) {
        long sequence = commit.command().sequence();
        long millis = Figures.millis(commit.command().at());
        for (Event event : commit.events()) {
            String text = tell(event);
            if (text != null) {
                add(new StoryLine(sequence, millis, text), beat);
            }
        }
    }

    /** Somebody else may be first now. Nobody leads while all have the same. */
    void see(GameView view, long beat) {
        List<Standing> table = view.standings();
        if (table.size() < 2 || table.getFirst().score().equals(table.get(1).score())) {
            return;
        }
        String first = table.getFirst().name();
        if (!first.equals(leader)) {
            leader = first;
            add(new StoryLine(view.sequence(), Figures.millis(view.now()), first + " takes the lead"), beat);
        }
    }

    List<LogLine> lines(long since) {
        return lines.stream()
                .filter(line -> line.beat() >= since)
                .map(line -> new LogLine(line.value().millis(), line.value().text()))
                .toList();
    }

    List<StoryLine> all() {
        return lines.stream().map(Beaten::value).toList();
    }

    private void add(StoryLine line, long beat) {
        lines.addLast(new Beaten<>(beat, line));
        if (lines.size() > LINES_KEPT) {
            lines.removeFirst();
        }
    }

    private @Nullable String tell(Event event) {
        return switch (event) {
            case Event.Admitted(var _, var name) -> name + " joined";
            case Event.PhaseChanged(var _, var to, var why, var _) ->
                to == GamePhase.SETTLING ? null : word(to) + ": " + why;
            case Event.Frozen(var player, var frozen) ->
                names.of(player) + (frozen ? " was frozen by the referee" : " may go on");
            case Event.ModeChanged(var mode) -> "the referee set the mode to " + word(mode);
            case Event.Announced(var text) -> text;
            case Event.Said(var player, var json) -> names.of(player) + ": " + shortened(json);
            case Event.ClockMoved _ -> "the server was away and is back; the time limit moved";
            case Event.Arrived _, Event.Left _, Event.Ended _ -> null;
            case Event.OrderEvent _,
                    Event.TradeEvent _,
                    Event.WalletChanged _,
                    Event.MarketEvent _,
                    Event.Overruled _ -> null;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String json) {
        return json.length() <= SAID_CHARS_SHOWN ? json : json.substring(0, SAID_CHARS_SHOWN) + " ...";
    }
}
