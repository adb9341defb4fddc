package io.botpit.server.cli;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.control.GameView;
import io.botpit.persistence.DataFolder;
import io.botpit.persistence.journal.Journals;
import io.botpit.protocol.rest.GameResult;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.local.Film;
import io.botpit.server.local.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One game on this machine in virtual time. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays one game on this machine in virtual time: no network, and as fast as the bots are.",
            "The same seed and the same bots make the same game."
        },
        footer = {
            "",
            "Bots: KIND of the house, or exec:COMMAND, a program that talks the arena protocol, a line of",
            "JSON for each frame, on its standard input and output, or socket, any bot that connects to the",
            "port of --listen; NAME= before it says how it is called.",
            "Exit code 0 = played to the end by all, 1 = not, or a bot did not play to the end, 2 = wrong usage."
        })
final class PlayCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;

    /** The first of its folder. */
    private static final GameId GAME = new GameId("g1");

    private final Program program;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LocalOptions local;

    @Option(
            names = "--bots",
            paramLabel = "a,b",
            split = ",",
            description = "Who plays, in the order of their seats; default: the house alone.")
    private @Nullable List<String> bots;

    @Option(
            names = "--bot",
            paramLabel = "BOT",
            description = "One more, whose command may have commas in it; as often as you like.")
    private @Nullable List<String> single;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = Pace.FASTEST,
            description = "How fast: max, or so many times as fast as the clock, e.g. 1. Default: ${DEFAULT-VALUE}")
    private String speed;

    @Option(
            names = "--listen",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Where bots connect that stand as socket in --bots; 0 = any free port, which is printed.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Keep the journals in this folder, which must be empty or new; default: nowhere.",
                "botpit verify checks them, and botpit serve shows the game on its pages."
            })
    private @Nullable Path data;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = {
                "Play the commands of a game's journal again instead, whoever wrote it, and tell the result:",
                "the one that the server told."
            })
    private @Nullable Path replay;

    @Option(
            names = "--debug",
            description =
                    "Step by step, with a prompt and without time-outs; shows what players do and what comes of it.")
    private boolean debug;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result to this file, as JSON.")
    private @Nullable Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write the game to this file, to be watched in a browser without a server.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Print the result as one line of JSON, and nothing else.")
    private boolean json;

    PlayCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Checks.range("--listen", port, 0, PORT_MAX);
        Checks.target("--out", out);
        Checks.target("--report", report);
        if (replay != null) {
            allow("--replay", Set.of("--replay", "--out", "--report", "--json")::contains);
            return again(replay);
        }
        if (debug) {
            allow("--debug", option -> !Set.of("--speed", "--turn-limit").contains(option));
        }
        List<Contender> contenders = contenders();
        Pace pace = Pace.of(speed);
        try (Folder folder = data == null ? Folder.forAWhile() : Folder.kept(data)) {
            ServerConfig config = local.config(spec, folder.path(), port);
            EquityPlot plot = new EquityPlot();
            GameResult result = play(config, contenders, plot, pace);
            tell(result, plot);
            film(program.journals(DataFolder.journalsIn(folder.path())), GAME);
            return code(result);
        }
    }

    /** What would have no effect is refused rather than ignored. */
    private void allow(String beside, Predicate<String> useful) {
        for (OptionSpec given : spec.commandLine().getParseResult().matchedOptions()) {
            if (!useful.test(given.longestName())) {
                throw new ConfigProblem(
                        given.longestName() + ": has no effect beside " + beside + ": leave one of them out");
            }
        }
    }

    private List<Contender> contenders() {
        List<Contender> all = new ArrayList<>(Contender.all("--bots", bots));
        all.addAll(Contender.all("--bot", single));
        return Contender.distinct(all);
    }

    private void film(Journals journals, GameId game) throws IOException {
        if (report != null) {
            Files.writeString(report, ReportFile.of(Film.of(journals, game)));
        }
    }

    /** Who goes step by step may stop where he likes. */
    private int code(GameResult result) {
        boolean whole = debug || result.course().cause() != null;
        return whole && result.faults().isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    private int again(Path file) throws IOException {
        JournalFile journal = JournalFile.of(file, "no game's journal");
        EquityPlot plot = new EquityPlot();
        Journals journals = program.journals(journal.folder());
        GameResult result = Rerun.of(journals, journal.game(), plot::add);
        tell(result, plot);
        film(journals, journal.game());
        return code(result);
    }

    private GameResult play(ServerConfig config, List<Contender> contenders, EquityPlot plot, Pace pace)
            throws IOException {
        Lineup lineup = local.lineup(config, local.seed(), contenders);
        if (debug) {
            return stepped(config, lineup.patient(), plot);
        }
        try (LocalRun run = new LocalRun(program, config, local.seed(), _ -> {});
                Progress progress = new Progress(terminal, "play")) {
            run.seat(lineup, terminal::note);
            long limit = run.arena().rules().schedule().timeLimitMillis();
            run.play(pace, view -> {
                plot.add(view);
                progress.reached(millis(view), limit);
            });
            return run.result();
        }
    }

    private GameResult stepped(ServerConfig config, Lineup lineup, EquityPlot plot) throws IOException {
        StepText text = new StepText(config.game().rules(local.seed()));
        Terminal steps = json ? terminal.beside() : terminal;
        try (LocalRun run = new LocalRun(
                program, config, local.seed(), commit -> text.line(commit).ifPresent(steps::say))) {
            run.seat(lineup, terminal::note);
            new Stepper(steps, Prompt.on(System.in), run.arena()).play(plot::add);
            return run.result();
        }
    }

    private static long millis(GameView view) {
        GameTime began = view.clock().startedAt();
        return began == null ? 0 : view.now().microsSince(began) / 1_000;
    }

    private void tell(GameResult result, EquityPlot plot) throws IOException {
        if (out != null) {
            Files.writeString(out, RestCodec.line(result) + "\n");
        }
        if (json) {
            terminal.say(RestCodec.line(result));
            return;
        }
        ResultText.lines(result).forEach(terminal::say);
        plot.lines().forEach(terminal::say);
        result.faults().forEach((bot, why) -> terminal.note("botpit play: " + bot + " " + why));
        if (data != null) {
            terminal.say("The journals are in " + data + ".");
        }
    }
}
