package io.botpit.server.feed;

import io.botpit.game.Committed;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.game.report.Reporter;
import io.botpit.protocol.rest.ReportPage;

/** The report of a game of the past. One thread. */
public final class Investigation implements Witness {
    private final Subject subject;
    private final Reporter reporter;

    /** @param first the game before its first command */
    public Investigation(Subject subject, GameView first) {
        this.subject = subject;
        this.reporter = new Reporter(subject.rules());
    }

    @Override
    public void see(Committed commit) {
        reporter.see(commit);
    }

    /** A report is made of what happened, not of pictures. */
    @Override
    public void see(GameView view, GameTime at) {}

    /** All of it, after the last command. */
    public ReportPage page() {
        return new ReportText(subject.game(), subject.rules(), reporter.report()).page();
    }
}
