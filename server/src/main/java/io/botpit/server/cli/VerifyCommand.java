package io.botpit.server.cli;

import io.botpit.game.Answer;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.persistence.DataFolder;
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
            "Changes nothing and works beside a running server. Exit code 1 if anything is wrong."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final String SUFFIX = ".journal";
    private static final String LOBBY = "lobby";

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
    private record Verdict(String journal, boolean ok, long commands, String phase, String chain, String finding) {
        String line() {
            return ok
                    ? journal + ": ok, " + commands + " commands, " + phase + ", chain " + chain + finding
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
        return verdicts;
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
            return new Verdict(name, true, records, "accounts and games", "checked", "");
        } catch (RuntimeException damage) {
            return new Verdict(name, false, 0, "", "", String.valueOf(damage.getMessage()));
        }
    }

    private Verdict ofGame(Journals journals, GameId game) {
        try (JournalReader reader = journals.read(game);
                Progress progress = new Progress(terminal, "verify " + game)) {
            Rebuilt rebuilt = Replay.rebuild(
                    reader, commit -> progress.reached(commit.command().sequence()));
            List<String> findings =
                    rebuilt.game().answer(new Query.Audit(new PlayerId(1))) instanceof Answer.Findings(var found)
                            ? found
                            : List.of();
            String torn = rebuilt.end().tornBytes() == 0
                    ? ""
                    : ", " + rebuilt.end().tornBytes() + " torn bytes at the end, never acknowledged";
            return new Verdict(
                    game.text(),
                    findings.isEmpty(),
                    rebuilt.end().sequence(),
                    rebuilt.game().phase().name().toLowerCase(Locale.ROOT),
                    rebuilt.end().chain().toString(),
                    findings.isEmpty() ? torn : String.join("; ", findings));
        } catch (RuntimeException damage) {
            return new Verdict(game.text(), false, 0, "", "", String.valueOf(damage.getMessage()));
        }
    }
}
