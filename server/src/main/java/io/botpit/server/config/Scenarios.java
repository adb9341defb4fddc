package io.botpit.server.config;

import io.botpit.game.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The scenarios there are: the server's own, which are read when they are asked for, and those of the data folder.
 * Immutable; any thread.
 *
 * @param added those of the data folder
 */
public record Scenarios(List<Scenario> added) {
    /** Of the data folder, where users put theirs. */
    public static final String FOLDER = "scenarios";

    private static final List<String> OWN = List.of(
            "trend",
            "range",
            "flash-crash",
            "thin-book",
            "fee-war",
            "news",
            "volatility-auction",
            "two-coins",
            "blackout",
            "marathon");

    public Scenarios {
        added = List.copyOf(added);
    }

    /** With those in the data folder, if there are any; {@link ConfigProblem} where one cannot be read. */
    static Scenarios in(Path dataFolder) {
        List<Scenario> added = new ArrayList<>();
        List<String> names = new ArrayList<>(OWN);
        for (Path file : files(dataFolder.resolve(FOLDER))) {
            Scenario scenario = ScenarioReader.read(file);
            if (names.contains(scenario.name())) {
                throw new ConfigProblem(FOLDER + "/" + file.getFileName() + ": name: there is a scenario "
                        + scenario.name() + " already: choose another");
            }
            names.add(scenario.name());
            added.add(scenario);
        }
        return new Scenarios(added);
    }

    /** In the order of their names. */
    public List<Scenario> all() {
        return Stream.concat(added.stream(), OWN.stream().map(Scenarios::own))
                .sorted(Comparator.comparing(Scenario::name))
                .toList();
    }

    public Optional<Scenario> named(String name) {
        return added.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .or(() -> OWN.contains(name) ? Optional.of(own(name)) : Optional.empty());
    }

    public List<String> names() {
        return Stream.concat(added.stream().map(Scenario::name), OWN.stream()).toList();
    }

    /** A name, or the path of a file; {@link ConfigProblem} says what there is. */
    Scenario find(String wanted) {
        if (isFile(wanted)) {
            return ScenarioReader.read(Path.of(wanted));
        }
        return named(wanted)
                .orElseThrow(() -> new ConfigProblem("no scenario '" + wanted + "'"
                        + Nearest.to(wanted, names(), Function.identity())
                                .map(near -> ", did you mean " + near + "?")
                                .orElse(": there are " + String.join(", ", names()))));
    }

    private static boolean isFile(String wanted) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }

    private static Scenario own(String name) {
        String resource = "/io/botpit/server/scenarios/" + name + ".yaml";
        try (InputStream in = Scenarios.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + resource);
            }
            return ScenarioReader.read(name + ".yaml", in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isFile(file.toString())).sorted().toList();
        } catch (IOException e) {
            throw new ConfigProblem(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
