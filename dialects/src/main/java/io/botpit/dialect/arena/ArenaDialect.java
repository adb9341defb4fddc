package io.botpit.dialect.arena;

import io.botpit.dialect.Channel;
import io.botpit.dialect.Correlation;
import io.botpit.dialect.Decoded;
import io.botpit.dialect.Dialect;
import io.botpit.dialect.Notice;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.game.Answer;
import io.botpit.game.Committed;
import io.botpit.game.control.GameView;
import io.botpit.protocol.JsonText;
import io.botpit.protocol.PushFrame;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The arena protocol, a strict superset of cxgame's; {@code docs/protocol/arena.md} tells it. Without state, so safe on
 * any thread.
 */
public final class ArenaDialect implements Dialect {
    @Override
    public Decoded decode(String frame, Viewer viewer) {
        return RequestReader.read(frame, viewer);
    }

    @Override
    public String encode(Correlation to, Reply reply, Viewer viewer) {
        return new Replies(to, viewer).text(reply);
    }

    @Override
    public List<String> feed(Committed commit, Viewer viewer) {
        return FeedFrames.of(commit, viewer);
    }

    @Override
    public Optional<String> feed(Notice notice) {
        return Optional.of(FeedFrames.of(notice));
    }

    @Override
    public List<String> push(Committed commit, Channel channel, long previous, Viewer viewer) {
        return text(new Pushes(viewer).change(commit, channel, previous)).stream()
                .toList();
    }

    @Override
    public Optional<String> snapshot(Channel channel, long sequence, Answer state, Viewer viewer) {
        return text(new Pushes(viewer).snapshot(channel, sequence, state));
    }

    @Override
    public Optional<String> snapshot(GameView view, Viewer viewer) {
        return text(Optional.of(new Pushes(viewer).snapshot(view)));
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.allOf(Channel.class);
    }

    private static Optional<String> text(Optional<PushFrame> frame) {
        return frame.map(PushFrame::toJson).map(JsonText.ofRequests()::write);
    }
}
