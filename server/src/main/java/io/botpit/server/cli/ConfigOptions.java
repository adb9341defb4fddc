package io.botpit.server.cli;

import io.botpit.server.config.Setting;
import io.botpit.server.config.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The server's settings as options of a command: one for each line of the table of settings. */
final class ConfigOptions {
    private static final String CONFIG = "--config";

    private ConfigOptions() {}

    static void addTo(CommandSpec spec, List<Setting> settings) {
        for (Setting setting : settings) {
            spec.addOption(option(setting));
        }
        spec.addOption(OptionSpec.builder(CONFIG)
                .type(Path.class)
                .paramLabel("FILE")
                .description("YAML file with any of these settings; environment (BOTPIT_*) and options go before it.")
                .build());
    }

    private static OptionSpec option(Setting setting) {
        String unless = setting.isFlag() || setting.defaultText().isEmpty() ? "" : " Default: " + setting.defaultText();
        OptionSpec.Builder option = OptionSpec.builder(setting.option()).description(setting.description() + unless);
        return setting.isFlag()
                ? option.type(boolean.class).arity("0").build()
                : option.type(String.class).paramLabel(setting.label()).build();
    }

    /** What was given on the command line, by setting. */
    private static Map<Setting, String> given(CommandSpec spec) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        var parsed = spec.commandLine().getParseResult();
        for (Setting setting : Setting.options()) {
            if (parsed.hasMatchedOption(setting.option())) {
                given.put(setting, String.valueOf((Object) parsed.matchedOptionValue(setting.option(), "")));
            }
        }
        return given;
    }

    /** The YAML file, if one was named. */
    private static Optional<Path> file(CommandSpec spec) {
        return Optional.ofNullable(spec.commandLine().getParseResult().matchedOptionValue(CONFIG, null));
    }

    /** For a game that is to be the same wherever it is played: the environment is not asked. */
    static Settings repeatable(Map<Setting, String> defaults, CommandSpec spec) {
        return Settings.layered(defaults, given(spec), Map.of(), file(spec));
    }

    /** All sources over the defaults of the command itself. */
    static Settings layered(Map<Setting, String> defaults, CommandSpec spec, Terminal terminal) {
        return Settings.layered(defaults, given(spec), terminal.environment(), file(spec));
    }
}
