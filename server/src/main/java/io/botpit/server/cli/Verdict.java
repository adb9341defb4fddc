package io.botpit.server.cli;

import io.botpit.game.GamePhase;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.journal.JournalFault;
import io.botpit.persistence.journal.JournalReport;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.RestCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code verify} says of one thing it looked at, to people or to programs. */
sealed interface Verdict {
    boolean isSound();

    /** What is printed. */
    List<String> lines(boolean json);

    /** Of a journal. */
    record Journal(JournalReport report) implements Verdict {
        @Override
        public boolean isSound() {
            return report.isSound();
        }

        @Override
        public List<String> lines(boolean json) {
            return List.of(json ? RestCodec.line(JournalLine.of(report)) : words());
        }

        private String words() {
            JournalFault fault = report.fault();
            if (fault != null) {
                return report.name() + ": NOT OK: " + Word.of(fault.kind()) + " at " + fault.words();
            }
            String counted = report.phase() == null
                    ? report.commands() + " records of accounts and games"
                    : report.commands() + " commands, " + report.events() + " events, " + Word.of(report.phase());
            String torn = report.tornBytes() == 0
                    ? ""
                    : ", " + report.tornBytes() + " torn bytes at the end, never acknowledged";
            return report.name() + ": ok, " + counted + ", chain " + report.chain() + torn;
        }
    }

    /**
     * Of the tables.
     *
     * @param skipped why they were not compared; null if they were
     */
    record Tables(@Nullable String skipped, List<RowDifference> differences) implements Verdict {
        public Tables {
            differences = List.copyOf(differences);
        }

        static Tables compared(List<RowDifference> differences) {
            return new Tables(null, differences);
        }

        static Tables notCompared(String why) {
            return new Tables(why, List.of());
        }

        @Override
        public boolean isSound() {
            return differences.isEmpty();
        }

        @Override
        public List<String> lines(boolean json) {
            if (json) {
                String what = skipped == null ? "compared" : "not compared";
                return List.of(RestCodec.line(new TablesLine(what, isSound(), skipped, differences)));
            }
            if (skipped != null) {
                return List.of("tables: not compared: " + skipped);
            }
            if (isSound()) {
                return List.of("tables: ok, compared row for row");
            }
            List<String> lines = new ArrayList<>();
            differences.forEach(difference -> lines.add("tables: NOT OK: " + difference.words()));
            return lines;
        }
    }

    /** A journal as JSON. */
    record JournalLine(
            String journal,
            boolean ok,
            long commands,
            long events,
            @Nullable String phase,
            @Nullable String chain,
            long tornBytes,
            @Nullable FaultLine fault) {
        static JournalLine of(JournalReport report) {
            GamePhase phase = report.phase();
            JournalFault fault = report.fault();
            return new JournalLine(
                    report.name(),
                    report.isSound(),
                    report.commands(),
                    report.events(),
                    phase == null ? null : Word.of(phase),
                    fault == null ? report.chain().toString() : null,
                    report.tornBytes(),
                    fault == null ? null : FaultLine.of(fault));
        }
    }

    /** A fault as JSON. */
    record FaultLine(String kind, long sequence, long offset, String what, String expected, String found) {
        static FaultLine of(JournalFault fault) {
            return new FaultLine(
                    Word.of(fault.kind()),
                    fault.sequence(),
                    fault.offset(),
                    fault.what(),
                    fault.expected(),
                    fault.found());
        }
    }

    /** The tables as JSON. */
    record TablesLine(String tables, boolean ok, @Nullable String reason, List<RowDifference> differences) {}
}
