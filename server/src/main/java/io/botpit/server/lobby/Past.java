package io.botpit.server.lobby;

import io.botpit.game.Command;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.control.GameView;
import io.botpit.persistence.journal.Replay;
import io.botpit.server.feed.Witness;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is replayed of a game: told to a witness, with a picture at every whole second of play. One thread. */
final class Past implements Replay.Machine {
    private static final long MICROS_BETWEEN_PICTURES = 1_000_000;

    private final GameController controller;
    private final Witness witness;
    private final Map<PlayerId, OpenGame.Entrant> admitted = new LinkedHashMap<>();

    /** Of commands that are played, but not told yet. */
    private final Deque<Picture> pictures = new ArrayDeque<>();

    /** Null: the play did not begin. */
    private @Nullable GameTime nextPictureAt;

    /** The game as it stood from one moment until another, in which nothing happened. */
    private record Picture(GameView view, GameTime from, GameTime until) {}

    Past(GameController controller, Witness witness) {
        this.controller = controller;
        this.witness = witness;
    }

    @Override
    public List<Event> apply(Stamped<Command> command) {
        takePicture(command.at());
        List<Event> events = controller.apply(command);
        if (nextPictureAt == null && events.stream().anyMatch(Past::isStart)) {
            nextPictureAt = command.at();
        }
        return events;
    }

    void add(Committed commit) {
        Picture picture = pictures.peek();
        if (picture != null && picture.view().sequence() < commit.command().sequence()) {
            show(pictures.remove());
        }
        witness.see(commit);
        for (Event event : commit.events()) {
            if (event instanceof Event.Admitted entry) {
                admitted.put(
                        entry.player(), entrant(entry.player(), commit.command().value()));
            }
        }
    }

    /** There is no more. */
    void end() {
        witness.see(controller.view(), controller.now());
    }

    /** Who came in. */
    Map<PlayerId, OpenGame.Entrant> admitted() {
        return admitted;
    }

    /** A whole second is over once something happens later. */
    private void takePicture(GameTime at) {
        GameTime due = nextPictureAt;
        if (due != null && due.isBefore(at)) {
            pictures.add(new Picture(controller.view(), due, at));
            long seconds = Math.ceilDiv(at.microsSince(due), MICROS_BETWEEN_PICTURES);
            nextPictureAt = due.plusMicros(seconds * MICROS_BETWEEN_PICTURES);
        }
    }

    private void show(Picture picture) {
        for (GameTime at = picture.from(); at.isBefore(picture.until()); at = at.plusMicros(MICROS_BETWEEN_PICTURES)) {
            witness.see(picture.view(), at);
        }
    }

    private static boolean isStart(Event event) {
        return event instanceof Event.PhaseChanged change && change.to() == GamePhase.RUNNING;
    }

    private static OpenGame.Entrant entrant(PlayerId player, Command command) {
        return command instanceof Command.RefereeCommand(var _, RefereeAct.Admit admission)
                ? new OpenGame.Entrant(admission.owner(), false)
                : new OpenGame.Entrant(player, true);
    }
}
