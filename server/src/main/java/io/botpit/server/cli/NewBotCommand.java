package io.botpit.server.cli;

import io.botpit.server.config.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a bot to begin with. */
@Command(
        name = "new-bot",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a folder with a bot that runs: one page of code, the SDK beside it, and how to start it.",
            "It changes nothing that is there."
        })
final class NewBotCommand implements Callable<Integer> {
    /** As the server takes it. */
    private static final Pattern PLAYER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "LANGUAGE", description = "java, python or typescript.")
    private Starter language;

    @Parameters(index = "1", paramLabel = "NAME", description = "The bot's name, and the folder's.")
    private String name;

    @Option(
            names = "--in",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Where the bot's folder is made; default: here.")
    private Path in;

    NewBotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!PLAYER.matcher(name).matches()) {
            throw new ConfigProblem(
                    "NAME must be 1 to 64 of A-Z a-z 0-9 . _ -, first a letter or digit, not '" + name + "'");
        }
        Path folder = in.resolve(name);
        if (Files.exists(folder)) {
            throw new Failed("NAME: " + folder + " is there already; choose another name, or remove it first");
        }
        language.write(Files.createDirectories(folder), name);
        terminal.say("cd " + folder.normalize() + " && " + language.command() + " ws://127.0.0.1:9877");
        return Cli.DONE;
    }
}
