package io.botpit.server.cli;

import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** All commands. Answers with the exit code: 0 done, 1 it failed, 2 wrong usage. */
public final class Cli {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private final Program program;
    private final Terminal terminal;

    public Cli(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /** Runs one command line. */
    public int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    CommandLine commandLine() {
        CommandLine root = new CommandLine(new BotpitCommand());
        root.addSubcommand(configured(new ServeCommand(program, terminal), Setting.options()));
        root.addSubcommand(configured(new DemoCommand(program, terminal), Setting.options()));
        root.addSubcommand(configured(new PlayCommand(program, terminal), LocalOptions.SETTINGS));
        root.addSubcommand(configured(new AbCommand(program, terminal), LocalOptions.SETTINGS));
        root.addSubcommand(new CommandLine(new BotCommand(terminal)));
        root.addSubcommand(new CommandLine(new NewBotCommand(terminal)));
        root.addSubcommand(new CommandLine(new AdminCommand(terminal)));
        root.addSubcommand(new CommandLine(new TournamentCommand(terminal)));
        root.addSubcommand(new CommandLine(new VerifyCommand(program, terminal)));
        root.addSubcommand(new CommandLine(new RecomputeCommand(program, terminal)));
        root.addSubcommand(new CommandLine(new ExportCommand(program, terminal)));
        root.addSubcommand(new CommandLine(new BenchCommand()).setUnmatchedArgumentsAllowed(true));
        root.addSubcommand(new CommandLine(new VersionCommand(terminal)));
        root.setOut(terminal.out());
        root.setErr(terminal.err());
        // "@FILE" is a whitelist here, not a file of arguments.
        root.setExpandAtFiles(false);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpWidth(100);
        root.setUsageHelpLongOptionsMaxWidth(34);
        root.setParameterExceptionHandler((wrong, _) -> wrongUsage(wrong.getCommandLine(), wrong.getMessage()));
        root.setExecutionExceptionHandler(this::failed);
        if (!terminal.interactive()) {
            root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        }
        return root;
    }

    private static CommandLine configured(Object command, List<Setting> settings) {
        CommandLine line = new CommandLine(command);
        ConfigOptions.addTo(line.getCommandSpec(), settings);
        return line;
    }

    private int failed(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ConfigProblem) {
            return wrongUsage(command, failure.getMessage());
        }
        terminal.note(name(command) + ": " + line(failure));
        return FAILED;
    }

    private int wrongUsage(CommandLine command, @Nullable String message) {
        String first =
                message == null ? "wrong usage" : message.lines().findFirst().orElse("wrong usage");
        terminal.note(name(command) + ": " + first + " (see " + name(command) + " --help)");
        return WRONG_USAGE;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    /** The first line that says something: an exception that only wraps another one adds nothing. */
    private static String line(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getCause() == null ? failure.getClass().getSimpleName() : line(failure.getCause());
        }
        return message.lines().findFirst().orElse(message);
    }
}
