package io.botpit.server.cli;

import io.botpit.persistence.DataFolder;
import io.botpit.persistence.Recomputed;
import io.botpit.persistence.Recomputed.Difference;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.server.config.Setting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes ratings and standings anew and compares. */
@Command(
        name = "recompute",
        mixinStandardHelpOptions = true,
        description = {
            "Computes all ratings and the standings of all tournaments anew, and compares with the stored ones.",
            "Ratings come from the stored results, of which verify says whether they are those of the games; standings come"
                    + " from the journals of the games, but for bouts of an older behaviour version, which are counted.",
            "Needs a data folder that no server uses, and changes nothing in it. Exit code 1 if a byte differs."
        })
final class RecomputeCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Parameters(paramLabel = "DATA-DIR", description = "A server's data folder.")
    private Path data;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = {
                "PostgreSQL JDBC URL of the server that has the tables; or in BOTPIT_DB.",
                "Default: the H2 file in the data folder."
            })
    private @Nullable String databaseUrl;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Also write the ratings that were computed to a new file, line by line: what their SHA-256 is of.")
    private @Nullable Path out;

    @Option(names = "--standings-out", paramLabel = "FILE", description = "The same with the standings.")
    private @Nullable Path standingsOut;

    @Option(names = "--json", description = "One JSON object for the ratings, and one for the standings.")
    private boolean json;

    RecomputeCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /** What came of the ratings as JSON. */
    record RatingsLine(
            String ratings,
            boolean ok,
            long lines,
            String sha256,
            @Nullable Difference difference) {}

    /** What came of the standings as JSON. */
    record StandingsLine(
            String standings,
            boolean ok,
            long lines,
            String sha256,
            long unchecked,
            @Nullable Difference difference) {}

    @Override
    public Integer call() throws IOException {
        String url = databaseUrl == null ? terminal.environment().get(Setting.DB.variable()) : databaseUrl;
        if (!Files.isDirectory(DataFolder.journalsIn(data))) {
            throw new Failed(data + " is no data folder: it has no folder journal");
        }
        if (url == null && !DataFolder.hasDatabase(data)) {
            throw new Failed("the folder has no database; if the tables are on a server, name it with --db");
        }
        boolean ratings = say("ratings", written(out, text -> program.ratings(data, url, text)));
        boolean standings = say("standings", written(standingsOut, text -> program.standings(data, text)));
        return ratings && standings ? Cli.DONE : Cli.FAILED;
    }

    private static Recomputed written(@Nullable Path out, Function<Consumer<String>, Recomputed> work)
            throws IOException {
        if (out == null) {
            return work.apply(_ -> {});
        }
        try (BufferedWriter file = Files.newBufferedWriter(out, StandardOpenOption.CREATE_NEW)) {
            return work.apply(line -> write(file, line));
        }
    }

    private static void write(BufferedWriter file, String line) {
        try {
            file.write(line);
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing differs. */
    private boolean say(String what, Recomputed outcome) {
        terminal.say(json ? line(what, outcome) : words(what, outcome));
        return outcome.difference() == null;
    }

    private static String line(String what, Recomputed outcome) {
        boolean ok = outcome.difference() == null;
        Record line = what.equals("ratings")
                ? new RatingsLine("compared", ok, outcome.lines(), outcome.sha256(), outcome.difference())
                : new StandingsLine(
                        "compared", ok, outcome.lines(), outcome.sha256(), outcome.unchecked(), outcome.difference());
        return RestCodec.line(line);
    }

    private static String words(String what, Recomputed outcome) {
        Difference difference = outcome.difference();
        String found = difference == null
                ? "ok, equal byte for byte"
                : "NOT OK: line " + difference.line() + " should be \"" + difference.computed() + "\" and is \""
                        + difference.stored() + "\"";
        String unchecked = outcome.unchecked() == 0
                ? ""
                : ", " + outcome.unchecked() + " cannot be checked: their games are of another behaviour version";
        return what + ": " + found + unchecked + ", " + outcome.lines() + " lines, sha256 " + outcome.sha256();
    }
}
