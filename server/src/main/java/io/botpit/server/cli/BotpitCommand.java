package io.botpit.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: without a command it says which there are. */
@Command(
        name = "botpit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "An exchange in which bots trade against each other for points.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 it failed, 2 wrong usage.", "Start with: botpit demo"})
final class BotpitCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which command? " + String.join(", ", spec.subcommands().keySet()));
    }
}
