package io.botpit.benchmarks;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the benchmarks, or runs one of them. Exit code 0: done, 1: it failed, 2: wrong usage. */
@Command(
        name = "botpit bench",
        mixinStandardHelpOptions = true,
        version = "botpit version says it",
        description =
                "Measures, each figure beside its reference of the same run; without a name it lists what there is.")
final class Bench implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which benchmark.")
    private @Nullable String name;

    @Option(names = "--rounds", defaultValue = "5", description = "How often what is measured in turn is measured; 5.")
    private int rounds;

    @Option(names = "--games", defaultValue = "200", description = "For attacks: pairs of games of each; 200.")
    private int games;

    @Option(names = "--connects", defaultValue = "100000", description = "For connect-leak: how many; 100000.")
    private int connects;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    static void main(String... arguments) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, _, _) -> {
            System.err.println("botpit bench: " + failure);
            return 1;
        });
        line.setParameterExceptionHandler((wrong, _) -> {
            System.err.println("botpit bench: " + wrong.getMessage() + " (see botpit bench --help)");
            return 2;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            Benchmark.ALL.forEach(one -> System.out.println(one.line()));
            return 0;
        }
        if (rounds < 1 || games < 2 || connects < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds and --connects must be at least 1, --games 2");
        }
        Benchmark benchmark = Benchmark.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "no benchmark '" + name + "': botpit bench lists them"));
        Figure.print(benchmark.run().of(new Settings(rounds, games, connects)), json, Circumstances.now());
        return 0;
    }
}
