package io.botpit.dialect;

import io.botpit.game.Answer;
import io.botpit.game.Committed;
import io.botpit.game.control.GameView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A language that clients speak. It translates; it never censors and never computes. No state, no lookups beyond the
 * {@link Viewer}; any thread.
 */
public interface Dialect {
    /** Reads one text frame; never throws. */
    Decoded decode(String frame, Viewer viewer);

    /** Writes the reply to one request. */
    String encode(Correlation to, Reply reply, Viewer viewer);

    /** The public feed's frames of one commit, for everybody alike; the viewer has no player. */
    List<String> feed(Committed commit, Viewer viewer);

    /** The public feed's frame about a connection, if the dialect has one. */
    Optional<String> feed(Notice notice);

    /** What a commit means on one channel for this viewer, if anything: frames in order. */
    List<String> push(Committed commit, Channel channel, long previous, Viewer viewer);

    /** The first frame of a channel: the state as of a sequence. */
    Optional<String> snapshot(Channel channel, long sequence, Answer state, Viewer viewer);

    /** The first frame of channel {@link Channel#GAME}: the state as of the view's sequence. */
    Optional<String> snapshot(GameView view, Viewer viewer);

    /** Channels this dialect knows. */
    Set<Channel> channels();
}
