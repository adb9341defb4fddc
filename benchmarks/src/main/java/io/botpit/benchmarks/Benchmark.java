package io.botpit.benchmarks;

import java.util.List;
import java.util.Locale;

/** What can be run, by name. */
record Benchmark(String name, String about, Run run) {
    static final List<Benchmark> ALL = List.of(
            new Benchmark("matching", "order book beside those of others, 1 min", Matching::run),
            new Benchmark("flatness", "cost of a command on small and large books, 2 min", Flatness::run),
            new Benchmark("whole-core", "a whole game beside a bare book, 2 min", WholeCore::run),
            new Benchmark("codec", "an order's text to its request and an answer to its text, 1 min", Codec::run),
            new Benchmark("virtual-time", "a whole game among bots in process, 1 min", VirtualTime::run),
            new Benchmark("attacks", "what attacks on the scoring gain, 4 min", Attacks::run),
            new Benchmark("acknowledgement", "orders over WebSocket beside a bare echo, 7 min", Acknowledgement::run),
            new Benchmark("idle-connections", "memory of 10,000 connections, 5 min", _ -> IdleConnections.run()),
            new Benchmark("connect-leak", "what is left of 100,000 connections, 5 min", ConnectLeak::run),
            new Benchmark("fan-out", "traders beside 1,000 readers and 500 viewers, 2 min", FanOut::run),
            new Benchmark("many-games", "a thousand games at once, 3 min", ManyGames::run),
            new Benchmark("slow-consumer", "cost of 200 readers that stop reading, 3 min", _ -> SlowConsumer.run()),
            new Benchmark("site", "the pages in a browser: first paint, weight, frames, 3 min", Site::run),
            new Benchmark("lists", "what lists cost with 48,000 results in the tables, 1 min", Lists::run),
            new Benchmark("start", "from the packaged jar to the ready line, 1 min", Start::run),
            new Benchmark("recovery", "starts with a million commands in the journal, 2 min", Recovery::run));

    @FunctionalInterface
    interface Run {
        List<Figure> of(Settings settings) throws Exception;
    }

    String line() {
        return String.format(Locale.ROOT, "%-17s %s", name, about);
    }
}
