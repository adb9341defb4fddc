package io.botpit.server.cli;

import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import io.botpit.server.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Without --data everything is kept in a fresh temporary folder.",
            "All options of serve work here, too, but for --whitelist and --time-limit: see --bots and --seconds."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int SECONDS = 180;
    private static final int SECONDS_MAX = 86_400;
    private static final int MILLIS_PER_SECOND = 1_000;

    private final Program program;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of the game. Default: 180, or the scenario's")
    private @Nullable Integer seconds;

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
        if (seconds != null) {
            Checks.range("--seconds", seconds, 1, SECONDS_MAX);
        }
        Checks.range("--bots", bots, 2, DemoBots.BOTS_MAX);
        ServerConfig config = ServerConfig.read(settings());
        Program.Server server = program.start(config);
        Lifetime lifetime = new Lifetime(server);
        greet(config, server);
        try (DemoBots players = DemoBots.start(config, server, bots);
                HttpSide http = new HttpSide(URI.create(ReadyLine.page(config, server)))) {
            new DemoShow(terminal, http, seconds(config)).untilOver(server);
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

    /** What makes it a demo stands below everything that was given, but for the two settings that make it one. */
    private Settings settings() {
        Map<Setting, String> defaults = new EnumMap<>(Setting.class);
        defaults.put(Setting.WHITELIST, String.join(",", DemoBots.names(bots)));
        defaults.put(Setting.DATA, freshFolder().toString());
        if (seconds != null) {
            defaults.put(Setting.TIME_LIMIT, String.valueOf(seconds));
        } else if (!ConfigOptions.layered(defaults, spec, terminal).gives(Setting.SCENARIO)) {
            defaults.put(Setting.TIME_LIMIT, String.valueOf(SECONDS));
        }
        Settings settings = ConfigOptions.layered(defaults, spec, terminal);
        settings.refuse(Setting.WHITELIST, "the demo lists its own bots; leave it out, --bots says how many");
        settings.refuse(Setting.TIME_LIMIT, "leave it out, the length of the demo is --seconds");
        return settings;
    }

    /** Made only if the game is kept there; a name that nobody can make before us. */
    private static Path freshFolder() {
        String number = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        return Path.of(System.getProperty("java.io.tmpdir"), "botpit-demo-" + number);
    }

    private static int seconds(ServerConfig config) {
        return Math.toIntExact(config.game().rules(0).schedule().timeLimitMillis() / MILLIS_PER_SECOND);
    }

    private void greet(ServerConfig config, Program.Server server) {
        terminal.say("");
        terminal.say("  Botpit demo: " + bots + " bots, " + seconds(config) + " seconds, rules of preset "
                + config.game().preset());
        terminal.say("  Watch it at " + ReadyLine.page(config, server));
        terminal.say("");
        terminal.say(ReadyLine.of(config, server));
        terminal.note(ReadyLine.secret(config));
    }
}
