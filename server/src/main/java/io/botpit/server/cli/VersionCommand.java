package io.botpit.server.cli;

import io.botpit.game.rules.GameRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which program this is. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Says which program this is: its version and the version of the engine's behaviour.")
final class VersionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "For a program to read.")
    private boolean json;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.say(
                json
                        ? "{\"version\":\"" + Version.number() + "\",\"behavior\":" + GameRules.BEHAVIOR_VERSION + "}"
                        : Version.line());
        return Cli.DONE;
    }
}
