package io.botpit.server.cli;

import io.botpit.game.GameId;
import io.botpit.game.report.Reporter;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.JournalHead;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.Replay;
import io.botpit.protocol.rest.ReportPage;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.server.feed.ReportText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what the journals say. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes games, orders, fills, standings or reports to stdout, from the journals of a data folder.",
            "Of reports the bots, the flows or the flags. Changes nothing and works beside a running server."
        })
final class ExportCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    /** What can be exported. */
    enum What {
        GAMES,
        ORDERS,
        FILLS,
        STANDINGS,
        REPORT,
        FLOWS,
        FLAGS
    }

    /** How it is written. */
    enum Format {
        JSONL,
        CSV
    }

    @Parameters(paramLabel = "WHAT", description = "games, orders, fills, standings, report, flows or flags.")
    private What what;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "The data folder. Default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(names = "--game", paramLabel = "ID", description = "Only this game; default: all.")
    private @Nullable String game;

    @Option(
            names = "--format",
            paramLabel = "jsonl|csv",
            defaultValue = "jsonl",
            description = "Default: ${DEFAULT-VALUE}")
    private Format format;

    ExportCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        GameId only = game == null ? null : Checks.gameId("--game", game);
        Path folder = DataFolder.journalsIn(data);
        if (!Files.isDirectory(folder)) {
            throw new Failed(data + " is no data folder: it has no folder " + folder.getFileName());
        }
        Journals journals = program.journals(folder);
        List<Record> rows = new ArrayList<>();
        for (GameId id : games(journals, only)) {
            rows.addAll(rows(journals, id));
        }
        switch (format) {
            case CSV -> terminal.out().print(RestCodec.csv(rows));
            case JSONL -> rows.forEach(row -> terminal.out().println(RestCodec.line(row)));
        }
        terminal.out().flush();
        return Cli.DONE;
    }

    private List<GameId> games(Journals journals, @Nullable GameId only) {
        if (only == null) {
            return journals.list();
        }
        if (!journals.exists(only)) {
            throw new Failed("there is no game " + only + " in " + data);
        }
        return List.of(only);
    }

    private List<Record> rows(Journals journals, GameId id) {
        try (JournalReader reader = journals.read(id);
                Progress progress = new Progress(terminal, "export " + id)) {
            ExportRows rows = new ExportRows(reader.head());
            Reporter reporter = new Reporter(reader.head().rules());
            var rebuilt = Replay.rebuild(reader, commit -> {
                progress.reached(commit.command().sequence());
                rows.hear(commit);
                reporter.see(commit);
            });
            return switch (what) {
                case GAMES -> List.of(rows.game(rebuilt.game().view()));
                case ORDERS -> rows.orders();
                case FILLS -> rows.fills();
                case STANDINGS -> rows.standings(rebuilt.game().view());
                case REPORT -> List.copyOf(page(reader.head(), reporter).bots());
                case FLOWS -> List.copyOf(page(reader.head(), reporter).flows());
                case FLAGS -> List.copyOf(page(reader.head(), reporter).flags());
            };
        }
    }

    private static ReportPage page(JournalHead head, Reporter reporter) {
        return new ReportText(head.game(), head.rules(), reporter.report()).page();
    }
}
