package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import java.util.List;

/** The story of a game of the past. One thread. */
public final class Retelling implements Witness {
    private final Spectacle spectacle;

    /** @param first the game before its first command */
    public Retelling(Subject subject, GameView first) {
        this.spectacle = new Spectacle(subject, first);
    }

    @Override
    public void see(Committed commit) {
        spectacle.see(commit);
    }

    @Override
    public void see(GameView view, GameTime at) {
        spectacle.see(view);
    }

    /** The newest lines, oldest first. */
    public List<StoryLine> story() {
        return spectacle.story();
    }
}
