package io.botpit.server.cli;

import io.botpit.game.tournament.Student;
import io.botpit.game.tournament.TournamentStanding.Spread;
import io.botpit.protocol.rest.AbResult;
import io.botpit.protocol.rest.GameResult;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.ServerConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two bots in many local games, each pair of games with the same chance and changed seats. */
@Command(
        name = "ab",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares two bots in local games: says how much more A earned than B in a game.",
            "Both play in each, and each two games have the same seed and the same house, with the seats of A and B changed."
                    + " The answer has the interval with the true mean with 95 %% confidence (Student's t of the pairs)."
        },
        footer = {
            "",
            "Bots: KIND of the house, or exec:COMMAND; see botpit play --help.",
            "Exit code 0 = played, and what was required holds; 1 = it does not, or a game went wrong; 2 = wrong",
            "usage. The result does not depend on the number of threads."
        })
final class AbCommand implements Callable<Integer> {
    private static final int GAMES_MAX = 100_000;
    private static final int THREADS_MAX = 256;

    private final Program program;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The bot in question.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "The bot it is compared with.")
    private String second;

    @Mixin
    private LocalOptions local;

    @Option(
            names = "--games",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many, an even number of 4 at least. Default: ${DEFAULT-VALUE}")
    private int games;

    @Option(
            names = "--require",
            paramLabel = "WHAT",
            description = {
                "For a build: exit with 1 unless A is better (the whole interval is above 0) or",
                "not-worse (not all of it is below 0). Default: nothing is required."
            })
    private @Nullable Requirement require;

    @Option(names = "--threads", paramLabel = "N", description = "Games at the same time; default: one on each core.")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "Print one line of JSON, and nothing else.")
    private boolean json;

    /** What a build may ask of A. */
    enum Requirement {
        BETTER,
        NOT_WORSE {
            @Override
            public String toString() {
                return "not-worse";
            }
        };

        boolean holds(Spread spread) {
            return switch (this) {
                case BETTER -> spread.low() > 0;
                case NOT_WORSE -> spread.high() >= 0;
            };
        }
    }

    AbCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Checks.range("--games", games, 4, GAMES_MAX);
        Checks.even("--games", games);
        if (threads != null) {
            Checks.range("--threads", threads, 1, THREADS_MAX);
        }
        List<Contender> both = Contender.distinct(Contender.all("A and B", List.of(first, second)));
        if (both.stream().anyMatch(Contender::isCaller)) {
            throw new ConfigProblem("A and B: nobody connects to so many games: name programs, as exec:COMMAND");
        }
        AbResult result = result(both, played(both));
        tell(result);
        boolean holds = require == null || require.holds(new Spread(result.mean(), result.low(), result.high()));
        return holds ? Cli.DONE : Cli.FAILED;
    }

    /** All games, in the order of their numbers. */
    private List<GameResult> played(List<Contender> both) {
        int atOnce = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        try (ExecutorService pool = Executors.newFixedThreadPool(atOnce);
                Progress progress = new Progress(terminal, "ab")) {
            List<Future<GameResult>> coming = new ArrayList<>();
            for (int game = 0; game < games; game++) {
                List<Contender> seats = game % 2 == 0 ? both : both.reversed();
                long seed = local.seed() + game / 2;
                coming.add(pool.submit(() -> play(seats, seed)));
            }
            List<GameResult> results = new ArrayList<>();
            for (Future<GameResult> one : coming) {
                results.add(result(one, pool));
                progress.reached(results.size(), games);
            }
            return results;
        }
    }

    private static GameResult result(Future<GameResult> coming, ExecutorService pool) {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            pool.shutdownNow();
            throw e.getCause() instanceof RuntimeException fault ? fault : new Failed(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }

    /** A game that goes wrong can be played again by itself. */
    private GameResult play(List<Contender> seats, long seed) {
        try {
            GameResult result = game(seats, seed);
            result.faults().forEach((bot, why) -> {
                throw new Failed(bot + " " + why);
            });
            seats.forEach(one -> score(result, one.name()));
            return result;
        } catch (ConfigProblem wrong) {
            throw wrong;
        } catch (IOException | RuntimeException fault) {
            throw new Failed(
                    "game with seed " + seed + ": " + fault.getMessage() + "; to play it again: "
                            + Again.line(seats, seed, spec.commandLine().getParseResult()),
                    fault);
        }
    }

    private GameResult game(List<Contender> seats, long seed) throws IOException {
        try (Folder folder = Folder.forAWhile()) {
            ServerConfig config = local.config(spec, folder.path(), 0);
            Lineup lineup = local.lineup(config, seed, seats);
            try (LocalRun run = new LocalRun(program, config, seed, _ -> {})) {
                run.seat(lineup, _ -> {});
                run.play(Pace.fastest(), _ -> {});
                return run.result();
            }
        }
    }

    private AbResult result(List<Contender> both, List<GameResult> results) {
        String a = both.getFirst().name();
        String b = both.getLast().name();
        ToDoubleFunction<GameResult> lead = game -> score(game, a) - score(game, b);
        double[] pairs = new double[games / 2];
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] =
                    (lead.applyAsDouble(results.get(2 * pair)) + lead.applyAsDouble(results.get(2 * pair + 1))) / 2;
        }
        Spread spread = Student.spread(pairs);
        return new AbResult(
                a,
                b,
                games,
                local.seed(),
                spread.mean(),
                spread.low(),
                spread.high(),
                new AbResult.Wins(
                        (int) results.stream()
                                .filter(game -> lead.applyAsDouble(game) > 0)
                                .count(),
                        (int) results.stream()
                                .filter(game -> lead.applyAsDouble(game) < 0)
                                .count()));
    }

    private static double score(GameResult game, String name) {
        return game.standings().stream()
                .filter(row -> row.name().equals(name))
                .mapToDouble(row -> new BigDecimal(row.score()).doubleValue())
                .findFirst()
                .orElseThrow(() -> new Failed("ended without " + name + ": a program must play under its BOT_NAME"));
    }

    private void tell(AbResult result) {
        if (json) {
            terminal.say(RestCodec.line(result));
            return;
        }
        terminal.say("A " + result.a() + " against B " + result.b() + ": " + games + " games, seeds from "
                + result.seed() + " on, each with changed seats");
        terminal.say("A earns " + usd(result.mean()) + " USD more than B in a game; 95 % interval " + usd(result.low())
                + " to " + usd(result.high()));
        int ties = games - result.wins().a() - result.wins().b();
        terminal.say("A ahead in " + result.wins().a() + " games, B in "
                + result.wins().b() + ", equal in " + ties);
        terminal.say(verdict(result));
    }

    private static String usd(double amount) {
        return String.format(Locale.ROOT, "%+,.2f", amount);
    }

    private static String verdict(AbResult result) {
        if (result.low() > 0) {
            return "A is better.";
        }
        return result.high() < 0 ? "A is worse." : "No difference is proved: play more games, or it is a small one.";
    }
}
