package io.botpit.server.cli;

import io.botpit.bots.Bot;
import io.botpit.bots.BotRunner;
import io.botpit.bots.BotSettings;
import io.botpit.bots.Ending;
import io.botpit.bots.Tokens;
import io.botpit.bots.WebSocketWire;
import io.botpit.bots.house.HouseBots;
import io.botpit.server.config.ConfigProblem;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one bot against a server. */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one bot against a server until the game is over or Ctrl-C; with --stay, game after game.",
            "docs/house-bots.md says what each bot does."
        })
final class BotCommand implements Callable<Integer> {
    private final Terminal terminal;

    /** Listed where somebody asks for help. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return HouseBots.KINDS.iterator();
        }
    }

    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Kinds.class,
            description = "Which bot: ${COMPLETION-CANDIDATES}.")
    private String kind;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "ws://127.0.0.1:9877",
            description = "Default: ${DEFAULT-VALUE}")
    private URI server;

    @Option(names = "--as", paramLabel = "PLAYER", description = "The player's name; default: the bot's name.")
    private @Nullable String player;

    @Option(names = "--game", paramLabel = "ID", description = "Which game to join; default: the server's choice.")
    private @Nullable String game;

    @Option(names = "--stay", description = "Go on with the next game when one is over, as in a tournament.")
    private boolean stay;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Where the player's token is kept, to come back under the same name; default: nowhere.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the bot's chance. Default: ${DEFAULT-VALUE}")
    private long seed;

    BotCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!HouseBots.KINDS.contains(kind)) {
            throw new ConfigProblem("no bot is called '" + kind + "'; there are " + String.join(", ", HouseBots.KINDS));
        }
        String name = player == null ? kind : player;
        Tokens tokens = tokenFile == null ? Tokens.inMemory() : Tokens.inFile(tokenFile);
        BotSettings quick = stay ? BotSettings.standard().staying() : BotSettings.standard();
        BotSettings settings = quick.withLog(line -> terminal.note(name + ": " + line));
        BotRunner runner = new BotRunner(
                WebSocketWire.to(server),
                new Bot(name, tokens, HouseBots.create(kind, seed, 1)),
                game == null ? settings : settings.withGame(game));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(runner::stop));
        Ending ending = runner.run();
        terminal.note(name + ": " + ending.why());
        return switch (ending.kind()) {
            case GAME_OVER, STOPPED -> Cli.DONE;
            case TURNED_AWAY -> Cli.FAILED;
        };
    }
}
