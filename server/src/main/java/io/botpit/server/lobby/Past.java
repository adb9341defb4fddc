package io.botpit.server.lobby;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.persistence.journal.Replay;
import io.botpit.server.feed.FeedHub;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is replayed of a game: to its feed, with a picture every second of the game. One thread. */
final class Past implements Replay.Machine {
    private static final long MICROS_BETWEEN_PICTURES = 1_000_000;

    private final GameController controller;
    private final FeedHub hub;
    private final Map<PlayerId, Boolean> admitted = new LinkedHashMap<>();

    /** Of commands that are played, but not told yet. */
    private final Deque<GameView> pictures = new ArrayDeque<>();

    private GameTime shownAt = GameTime.EPOCH;

    Past(GameController controller, FeedHub hub) {
        this.controller = controller;
        this.hub = hub;
    }

    @Override
    public List<Event> apply(Stamped<Command> command) {
        List<Event> events = controller.apply(command);
        if (command.at().microsSince(shownAt) >= MICROS_BETWEEN_PICTURES) {
            shownAt = command.at();
            pictures.add(controller.view());
        }
        return events;
    }

    void add(Committed commit) {
        hub.replay(commit);
        GameView picture = pictures.peek();
        if (picture != null && picture.sequence() == commit.command().sequence()) {
            hub.replay(pictures.remove());
        }
        for (Event event : commit.events()) {
            if (event instanceof Event.Admitted entry) {
                admitted.put(entry.player(), isAsHouse(commit.command().value()));
            }
        }
    }

    /** Who came in, and whether as the house's. */
    Map<PlayerId, Boolean> admitted() {
        return admitted;
    }

    private static boolean isAsHouse(Command command) {
        return command instanceof Command.RefereeCommand(var _, RefereeAct.AdmitHouse _);
    }
}
