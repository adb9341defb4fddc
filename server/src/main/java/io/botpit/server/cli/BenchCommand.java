package io.botpit.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The benchmarks need the sources and the references beside them: the launcher runs them there, the jar says so. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures, each figure beside its reference; in the source tree only, by ./botpit bench.")
final class BenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Failed("the benchmarks are not in this jar: run ./botpit bench in the source tree");
    }
}
