package io.botpit.server.cli;

import io.botpit.game.GameId;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.DataFolderInUse;
import io.botpit.persistence.RowDifference;
import io.botpit.persistence.TablesUnreadable;
import io.botpit.persistence.journal.FolderCheck;
import io.botpit.persistence.journal.JournalReport;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays journals again and compares. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Plays journals again and compares: checksums, sequence, hash chain over commands and events, invariants.",
            "Of a data folder the lobby and the tables are compared, too, the tables only while no server uses it.",
            "Names the first record or the rows that are wrong. Changes nothing.",
            "Exit code 1 if anything is wrong."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final String LOBBY = "lobby";

    private final Program program;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE-or-DATA-DIR", description = "A game's journal, or a server's data folder.")
    private Path where;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = {
                "PostgreSQL JDBC URL of the server that has the tables; or in BOTPIT_DB.",
                "Default: the H2 file in the data folder."
            })
    private @Nullable String databaseUrl;

    @Option(names = "--json", description = "One JSON object per journal, and one for the tables.")
    private boolean json;

    VerifyCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean folder = Files.isDirectory(where);
        if (databaseUrl != null && !folder) {
            throw new ConfigProblem("--db: needs a data folder, not a single journal");
        }
        return (folder ? folderIsSound() : fileIsSound()) ? Cli.DONE : Cli.FAILED;
    }

    private boolean fileIsSound() {
        JournalFile file = JournalFile.of(where, "neither a data folder nor a journal");
        String game = file.name();
        FolderCheck check = FolderCheck.of(file.folder());
        boolean sound = say(
                game.equals(LOBBY) ? check.lobby() : ofGame(check, Checks.gameId(where + ": the file's name", game)));
        return say(Verdict.Tables.notCompared("a single journal was asked for")) && sound;
    }

    private boolean folderIsSound() {
        Path folder = DataFolder.journalsIn(where);
        if (!Files.isDirectory(folder)) {
            throw new Failed(where + " is no data folder: it has no folder " + folder.getFileName());
        }
        FolderCheck check = FolderCheck.of(folder);
        boolean sound = say(check.lobby());
        for (GameId game : program.journals(folder).list()) {
            sound &= say(ofGame(check, game));
        }
        return say(sound ? tables() : Verdict.Tables.notCompared("a journal is not sound")) && sound;
    }

    private JournalReport ofGame(FolderCheck check, GameId game) {
        try (Progress progress = new Progress(terminal, "verify " + game)) {
            return check.game(game, progress::reached);
        }
    }

    private Verdict.Tables tables() {
        String url = databaseUrl == null ? terminal.environment().get(Setting.DB.variable()) : databaseUrl;
        if (url == null && !DataFolder.hasDatabase(where)) {
            return Verdict.Tables.notCompared(
                    "the folder has no database; if the tables are on a server, name it with --db");
        }
        try {
            List<RowDifference> differences = program.tableDifferences(where, url);
            return Verdict.Tables.compared(differences);
        } catch (DataFolderInUse running) {
            return Verdict.Tables.notCompared("a server uses the folder");
        } catch (TablesUnreadable e) {
            return Verdict.Tables.notCompared(String.valueOf(e.getMessage()));
        }
    }

    private boolean say(JournalReport report) {
        return say(new Verdict.Journal(report));
    }

    private boolean say(Verdict verdict) {
        verdict.lines(json).forEach(terminal::say);
        return verdict.isSound();
    }
}
