package io.botpit.server.cli;

import io.botpit.game.GameId;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.DataFolderInUse;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.persistence.journal.LobbyJournal;
import io.botpit.persistence.journal.Rebuilt;
import io.botpit.persistence.journal.Replay;
import io.botpit.protocol.rest.RestCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays journals again and compares. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Plays journals again and compares: checksums, sequence, hash chain over commands and events, books that add up.",
            "Of a data folder the tables are compared, too, unless a server uses it. Changes no journal.",
            "Exit code 1 if anything is wrong."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final String SUFFIX = ".journal";
    private static final String LOBBY = "lobby";
    private static final String TABLES_FILE = "botpit.mv.db";

    private final Program program;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE-or-DATA-DIR", description = "A game's journal, or a server's data folder.")
    private Path where;

    @Option(names = "--json", description = "One JSON object per journal.")
    private boolean json;

    VerifyCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /** One journal's verdict. */
    private record Verdict(String journal, boolean ok, long count, String what, String chain, String finding) {
        String line() {
            return ok
                    ? journal + ": ok, " + count + " " + what + ", chain " + chain + finding
                    : journal + ": NOT OK: " + finding;
        }
    }

    @Override
    public Integer call() {
        List<Verdict> verdicts = Files.isDirectory(where) ? ofFolder() : List.of(ofFile());
        verdicts.forEach(verdict -> terminal.say(json ? RestCodec.line(verdict) : verdict.line()));
        return verdicts.stream().allMatch(Verdict::ok) ? Cli.DONE : Cli.FAILED;
    }

    private List<Verdict> ofFolder() {
        Path folder = DataFolder.journalsIn(where);
        if (!Files.isDirectory(folder)) {
            throw new Failed(where + " is no data folder: it has no folder " + folder.getFileName());
        }
        Journals journals = program.journals(folder);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(ofLobby(folder));
        journals.list().forEach(game -> verdicts.add(ofGame(journals, game)));
        if (verdicts.stream().allMatch(Verdict::ok) && Files.exists(where.resolve(TABLES_FILE))) {
            compareTables(verdicts, journals.list().size());
        }
        return verdicts;
    }

    private void compareTables(List<Verdict> verdicts, int games) {
        try {
            List<String> differences = program.tableDifferences(where);
            verdicts.add(new Verdict(
                    "tables",
                    differences.isEmpty(),
                    games,
                    "games compared row for row",
                    "checked",
                    String.join("; ", differences)));
        } catch (DataFolderInUse running) {
            terminal.note("tables: not compared, because a server uses the folder");
        }
    }

    private Verdict ofFile() {
        Path absolute = where.toAbsolutePath();
        Path folder = absolute.getParent();
        String name = String.valueOf(absolute.getFileName());
        if (folder == null || !Files.isRegularFile(absolute) || !name.endsWith(SUFFIX)) {
            throw new Failed(where + " is neither a data folder nor a journal");
        }
        if (name.equals(LOBBY + SUFFIX)) {
            return ofLobby(folder);
        }
        return ofGame(program.journals(folder), new GameId(name.substring(0, name.length() - SUFFIX.length())));
    }

    private static Verdict ofLobby(Path folder) {
        String name = LOBBY;
        try {
            int records = LobbyJournal.readOnly(folder).size();
            return new Verdict(name, true, records, "records of accounts and games", "checked", "");
        } catch (RuntimeException damage) {
            return new Verdict(name, false, 0, "", "", String.valueOf(damage.getMessage()));
        }
    }

    private Verdict ofGame(Journals journals, GameId game) {
        try (JournalReader reader = journals.read(game);
                Progress progress = new Progress(terminal, "verify " + game)) {
            Rebuilt rebuilt = Replay.rebuild(
                    reader, commit -> progress.reached(commit.command().sequence()));
            rebuilt.game().audit();
            String torn = rebuilt.end().tornBytes() == 0
                    ? ""
                    : ", " + rebuilt.end().tornBytes() + " torn bytes at the end, never acknowledged";
            return new Verdict(
                    game.text(),
                    true,
                    rebuilt.end().sequence(),
                    "commands, " + rebuilt.game().phase().name().toLowerCase(Locale.ROOT),
                    rebuilt.end().chain().toString(),
                    torn);
        } catch (RuntimeException damage) {
            return new Verdict(game.text(), false, 0, "", "", String.valueOf(damage.getMessage()));
        }
    }
}
