package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Instrument;
import io.botpit.protocol.SpectatorFrame.LogLine;
import io.botpit.server.feed.Stage.Beaten;
import io.botpit.server.feed.Template.News;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A game's news in words. What weighs most comes first among the templates. Feed's thread only. */
final class Story {
    static final int LINES_KEPT = 200;

    private static final long MILLIS_BETWEEN_LOOKS = 1_000;

    private final List<Template> templates;
    private final Pacing pacing = new Pacing();
    private final Deque<Beaten<StoryLine>> lines = new ArrayDeque<>();
    private boolean running;
    private long lookedAt;

    Story(Subject subject) {
        List<Instrument> instruments = subject.rules().instruments();
        this.templates = List.of(
                new Proceedings(subject.names()),
                new Lead(),
                new Finish(),
                new Highs(subject.rules().firstInstrument().quote()),
                new Drawdowns(),
                new BigTrades(subject),
                new Refusals(subject),
                new EmptySides(instruments),
                new Spreads(instruments));
    }

    /** @param before the market before this commit */
    void see(Committed commit, Stage before, long beat) {
        Moment now = new Moment(
                commit.command().sequence(), Figures.millis(commit.command().at()), beat);
        if (running && now.millis() - lookedAt >= MILLIS_BETWEEN_LOOKS) {
            lookedAt = now.millis();
            templates.forEach(template -> add(template.look(before), now));
        }
        for (Event event : commit.events()) {
            templates.forEach(template -> add(template.see(event, commit), now));
            if (event instanceof Event.PhaseChanged change) {
                running = change.to() == GamePhase.RUNNING;
            }
        }
    }

    void see(GameView view, long beat) {
        Moment moment = new Moment(view.sequence(), Figures.millis(view.now()), beat);
        templates.forEach(template -> add(template.see(view), moment));
    }

    List<LogLine> lines(long since) {
        return lines.stream()
                .filter(line -> line.beat() >= since)
                .map(Beaten::value)
                .map(line -> new LogLine(line.millis(), line.text(), line.kind().word(), line.bots()))
                .toList();
    }

    List<StoryLine> all() {
        return lines.stream().map(Beaten::value).toList();
    }

    /** Where in the game, when, and at which beat of the page. */
    record Moment(long sequence, long millis, long beat) {}

    private void add(List<News> found, Moment when) {
        for (News news : found) {
            if (pacing.allows(news, when.millis())) {
                StoryLine line = new StoryLine(when.sequence(), when.millis(), news.kind(), news.text(), news.bots());
                lines.addLast(new Beaten<>(when.beat(), line));
            }
        }
        while (lines.size() > LINES_KEPT) {
            lines.removeFirst();
        }
    }
}
