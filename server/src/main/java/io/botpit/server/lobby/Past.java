package io.botpit.server.lobby;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.control.GameController;
import io.botpit.server.feed.FeedHub;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is replayed of a game: to its feed, with a picture every second of the game. One thread. */
final class Past {
    private static final long MICROS_BETWEEN_PICTURES = 1_000_000;

    private final GameController controller;
    private final FeedHub hub;
    private final Map<PlayerId, Boolean> admitted = new LinkedHashMap<>();

    private GameTime shownAt = GameTime.EPOCH;

    Past(GameController controller, FeedHub hub) {
        this.controller = controller;
        this.hub = hub;
    }

    void add(Committed commit) {
        hub.replay(commit);
        GameTime at = commit.command().at();
        if (at.microsSince(shownAt) >= MICROS_BETWEEN_PICTURES) {
            shownAt = at;
            hub.replay(controller.view());
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
