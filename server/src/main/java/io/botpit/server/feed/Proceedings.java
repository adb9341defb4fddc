package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The course of the game: who comes and goes, what the referee does, what is said. */
final class Proceedings implements Template {
    private static final int SAID_CHARS_SHOWN = 200;

    private final Names names;

    Proceedings(Names names) {
        this.names = names;
    }

    @Override
    public List<News> see(Event event, Committed commit) {
        News news = tell(event);
        return news == null ? List.of() : List.of(news);
    }

    private @Nullable News tell(Event event) {
        return switch (event) {
            case Event.Admitted(var _, var name) -> News.of(StoryKind.CONNECTION, name, " joined");
            case Event.Arrived(var player) -> News.of(StoryKind.CONNECTION, names.of(player), " is connected");
            case Event.Left(var player, var elsewhere) ->
                News.of(
                        StoryKind.CONNECTION,
                        names.of(player),
                        elsewhere ? " went to another game" : " lost its connection");
            case Event.PhaseChanged(var _, var to, var why, var _) ->
                to == GamePhase.SETTLING ? null : News.of(StoryKind.PHASE, word(to) + ": " + why);
            case Event.ClockMoved _ ->
                News.of(StoryKind.PHASE, "the server was away and is back; the time limit moved");
            case Event.Frozen(var player, var frozen) ->
                News.of(StoryKind.REFEREE, names.of(player), frozen ? " was frozen by the referee" : " may go on");
            case Event.ModeChanged(var mode) -> News.of(StoryKind.REFEREE, "the referee set the mode to " + word(mode));
            case Event.Announced(var text) -> News.of(StoryKind.REFEREE, text);
            case Event.Said(var player, var json) -> News.of(StoryKind.SAID, names.of(player), ": " + shortened(json));
            case Event.ClosingOpened _ -> News.of(StoryKind.PHASE, "the closing window is open");
            case Event.Settled _,
                    Event.Ended _,
                    Event.OrderEvent _,
                    Event.TradeEvent _,
                    Event.WalletChanged _,
                    Event.ReferenceMoved _,
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
