package io.botpit.server.cli;

import io.botpit.server.config.ServerConfig;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the server. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the server until SIGTERM, Ctrl-C or the admin's shutdown.",
            "When it can be used it prints one line that starts with 'botpit ready'; logs go to stderr."
        })
final class ServeCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    ServeCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ServerConfig config = ServerConfig.read(ConfigOptions.layered(Map.of(), spec, terminal));
        Program.Server server = program.start(config);
        Lifetime lifetime = new Lifetime(server);
        switch (config.logFormat()) {
            case TEXT -> terminal.note(ReadyLine.secret(config));
            case JSON -> LoggerFactory.getLogger(ServeCommand.class).info(ReadyLine.secret(config));
        }
        terminal.say(ReadyLine.of(config, server));
        return lifetime.await();
    }
}
