package io.botpit.game.report;

import io.botpit.game.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Something an organiser should look at. A flag is a question, not a verdict.
 *
 * @param rule that it was raised by
 * @param who it is about
 * @param with whom; null: it is about one player alone
 */
public record Flag(Rule rule, PlayerId who, @Nullable PlayerId with) {
    /** When a flag is raised. The thresholds are explained in {@code docs/integrity.md}. */
    public enum Rule {
        FEEDING(
                "gained from the other at least 2.5 % of a wallet, at least 10 times the usual deviation of pairs, and at least 60 % "
                        + "of all it gained"),
        ROUND_TRIPS(
                "traded back and forth with the other, at least 20 times with a net of less than 5 %, and at least 75 % of "
                        + "the turnover of both"),
        LAYERING("placed at least 50 orders and 20 for each trade, half of which it cancelled within 250 ms");

        private final String says;

        Rule(String says) {
            this.says = says;
        }

        /** What somebody did who has this flag, for people. */
        public String says() {
            return says;
        }
    }
}
