package io.botpit.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * From an order to its acknowledgement over WebSocket, with the journal on: closed loop for how many a second, open loop for
 * how long one takes. The reference is bare Javalin that echoes the same message; of durability {@code power}, {@code process}.
 * Three servers, each a process of its own, are loaded in turn by a client on the same machine. The first round does not
 * count: until then the JVM has not compiled what each kind of load needs, which takes it half a minute of a processor.
 */
final class Acknowledgement {
    private static final int CONNECTIONS_MAX = 100;
    private static final Duration CLOSED = Duration.ofSeconds(2);
    private static final Duration OPEN = Duration.ofSeconds(4);
    private static final String PROCESS = "process";
    private static final String POWER = "power";
    private static final String ECHO = "bare echo";

    private final Rounds<Load> loads = new Rounds<>();
    private final List<Figure> figures = new ArrayList<>();

    private record Setting(int connections, Contender.Drive drive) {}

    private Acknowledgement() {}

    static List<Figure> run(Settings settings) throws Exception {
        Acknowledgement measured = new Acknowledgement();
        try (Contender process = Contender.botpit(PROCESS, CONNECTIONS_MAX);
                Contender power = Contender.botpit(POWER, CONNECTIONS_MAX);
                Contender echo = Contender.echo()) {
            measured.run(List.of(process, power, echo), settings.rounds());
        }
        return measured.figures();
    }

    private static Map<String, Setting> closed() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (int inFlight : new int[] {1, 32}) {
            for (int connections : new int[] {1, 10, 100}) {
                settings.put(
                        connections + " connections, " + inFlight + " in flight",
                        new Setting(connections, lanes -> ClosedLoop.run(lanes, inFlight, CLOSED)));
            }
        }
        return settings;
    }

    private static Map<String, Setting> open() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (int perSecond : new int[] {5_000, 12_000}) {
            settings.put(perSecond + "/s", new Setting(CONNECTIONS_MAX, lanes -> OpenLoop.run(lanes, perSecond, OPEN)));
        }
        return settings;
    }

    private void run(List<Contender> contenders, int rounds) throws Exception {
        Map<String, Setting> settings = closed();
        settings.putAll(open());
        for (int i = 0; i < 1 + rounds; i++) {
            for (var setting : settings.entrySet()) {
                for (Contender contender : contenders) {
                    Load load = contender.load(setting.getValue().connections, setting.getValue().drive);
                    contender.settle();
                    if (i > 0) {
                        loads.add(setting.getKey() + contender.name(), load);
                    }
                }
            }
        }
    }

    private List<Figure> figures() {
        for (String name : closed().keySet()) {
            add(name, "", "/s", Load::perSecond);
            refused(name);
            add(name, ", server's processor time", "us", Load::microsEach);
        }
        for (String name : open().keySet()) {
            for (double percentile : new double[] {50, 99, 99.9}) {
                add(name, ", p" + percentile, "ms", load -> load.millis(percentile));
            }
            refused(name);
        }
        return figures;
    }

    private void add(String name, String what, String unit, ToDoubleFunction<Load> value) {
        Rounds.Measure<Load> measure = new Rounds.Measure<>(unit, value);
        figures.add(loads.figure(name + what, name + PROCESS, name + ECHO, measure));
        figures.add(loads.figure(name + what + ", power beside process", name + POWER, name + PROCESS, measure));
    }

    private void refused(String name) {
        figures.add(Figure.of(name + ", refused", loads.median(name + PROCESS, Load::refused), ""));
    }
}
