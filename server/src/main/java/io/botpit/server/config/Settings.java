package io.botpit.server.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was given for each setting, and where: command line before environment before file before default. */
public final class Settings {
    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

    private Settings() {}

    /**
     * What one setting says.
     *
     * @param origin as it was written, for messages: {@code --port}, {@code BOTPIT_PORT}, {@code pit.yaml: port}
     * @param isDefault nobody gave it
     */
    record Given(String text, String origin, boolean isDefault) {
        ConfigProblem problem(String what) {
            return new ConfigProblem(origin + ": " + what);
        }
    }

    /**
     * Layers the sources; {@link ConfigProblem} where one has a key that does not exist.
     *
     * @param defaults those of the command itself, before those of the settings
     * @param commandLine what stood there, by setting
     * @param environment the whole environment; only {@code BOTPIT_*} counts
     * @param file the YAML file, if any
     */
    public static Settings layered(
            Map<Setting, String> defaults,
            Map<Setting, String> commandLine,
            Map<String, String> environment,
            Optional<Path> file) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            String text = defaults.getOrDefault(setting, setting.defaultText());
            settings.given.put(setting, new Given(text, "default of " + setting.key(), true));
        }
        file.ifPresent(settings::putFile);
        environment.forEach(settings::putVariable);
        commandLine.forEach((setting, text) -> settings.put(setting, text, setting.option()));
        return settings;
    }

    /**
     * For a command that decides a setting itself: {@link ConfigProblem} if somebody gave it, wherever.
     *
     * @param instead why, and what to do
     */
    public void refuse(Setting setting, String instead) {
        Given value = get(setting);
        if (!value.isDefault()) {
            throw value.problem(instead);
        }
    }

    /** Whether anybody said something, the command itself included. */
    public boolean gives(Setting setting) {
        return !get(setting).text().isEmpty();
    }

    Given get(Setting setting) {
        Given value = given.get(setting);
        if (value == null) {
            throw new IllegalStateException("no default for " + setting.key());
        }
        return value;
    }

    private void put(Setting setting, String text, String origin) {
        given.put(setting, new Given(text.strip(), origin, false));
    }

    private void putFile(Path file) {
        YamlFile.read(file).forEach((key, text) -> {
            String origin = file.getFileName() + ": " + key;
            Setting setting = Setting.ofKey(key)
                    .orElseThrow(() -> new ConfigProblem(origin + ": unknown key"
                            + meant(
                                    key,
                                    Setting.options().stream().map(Setting::key).toList())));
            put(setting, text, origin);
        });
    }

    private void putVariable(String name, String text) {
        if (!name.startsWith("BOTPIT_") || OTHER_VARIABLES.contains(name)) {
            return;
        }
        Setting setting = Setting.ofVariable(name)
                .orElseThrow(() -> new ConfigProblem(name + ": unknown variable" + meant(name, variables())));
        put(setting, text, name);
    }

    /** Of the launcher script and of the log, not of the server. */
    private static final List<String> OTHER_VARIABLES = List.of("BOTPIT_JAVA_OPTS", "BOTPIT_AOT", "BOTPIT_LOG");

    private static List<String> variables() {
        return List.of(Setting.values()).stream().map(Setting::variable).toList();
    }

    private static String meant(String wrong, Collection<String> known) {
        return Nearest.to(wrong, known, Function.identity())
                .map(near -> ", did you mean " + near + "?")
                .orElse("");
    }
}
