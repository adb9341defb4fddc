package io.botpit.server.cli;

import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A whole game on this machine: server, bots, page, final table. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays a whole game on this machine: a server, a timed game for listed bots, the page, the final table.",
            "Without --data everything is kept in a fresh temporary folder. All options of serve work here, too."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int SECONDS_MAX = 86_400;

    private final Program program;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "180",
            description = "Length of the game. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--bots",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many bots play. Default: ${DEFAULT-VALUE}")
    private int bots;

    @Option(names = "--once", description = "Exit after the final table instead of serving on.")
    private boolean once;

    DemoCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Checks.range("--seconds", seconds, 1, SECONDS_MAX);
        Checks.range("--bots", bots, 2, DemoBots.BOTS_MAX);
        List<String> names = DemoBots.names(bots);
        ServerConfig config = ServerConfig.read(settings(names), terminal.environment(), ConfigOptions.file(spec));
        Program.Server server = program.start(config);
        Lifetime lifetime = new Lifetime(server);
        greet(config, server);
        try (DemoBots players = DemoBots.start(config, server, bots);
                HttpSide http = new HttpSide(URI.create(ReadyLine.page(config, server)))) {
            new DemoShow(terminal, http, seconds).untilOver(server);
            players.stop();
        }
        if (once) {
            return lifetime.end();
        }
        terminal.say("");
        terminal.say("The game is over; the page goes on showing it at " + ReadyLine.page(config, server)
                + ". Ctrl-C ends.");
        return lifetime.await();
    }

    /** What makes it a demo goes below what was given on the command line. */
    private Map<Setting, String> settings(List<String> names) throws IOException {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.WHITELIST, String.join(",", names));
        settings.put(Setting.TIME_LIMIT, String.valueOf(seconds));
        Map<Setting, String> given = ConfigOptions.given(spec);
        if (!given.containsKey(Setting.DATA) && !terminal.environment().containsKey(Setting.DATA.variable())) {
            Path folder = Files.createTempDirectory("botpit-demo");
            settings.put(Setting.DATA, folder.resolve("data").toString());
        }
        settings.putAll(given);
        return settings;
    }

    private void greet(ServerConfig config, Program.Server server) {
        terminal.say("");
        terminal.say("  Botpit demo: " + bots + " bots, " + seconds + " seconds, " + "rules of preset "
                + config.game().preset());
        terminal.say("  Watch it at " + ReadyLine.page(config, server));
        terminal.say("");
        terminal.say(ReadyLine.of(config, server));
        terminal.note(ReadyLine.secret(config));
    }
}
