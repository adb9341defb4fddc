package io.botpit.server.cli;

import io.botpit.protocol.rest.ActBody;
import io.botpit.protocol.rest.ActRequest;
import io.botpit.protocol.rest.OpenRequest;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.server.config.ConfigProblem;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Acts as the referee on a running server. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Acts as the referee on a running server.",
        footer = {
            "",
            "Acts:",
            "  start             start a game that waits, whoever is missing",
            "  pause, resume     stop trading and the clock, and go on",
            "  end               end the game now and compute the table",
            "  void [REASON]     declare the game void: no places",
            "  freeze PLAYER     cancel a player's orders and refuse new ones",
            "  unfreeze PLAYER   let him go on",
            "  cancel PLAYER     cancel a player's orders; he may place new ones",
            "  mode MODE         full; cancel-only: no new orders; view-only: questions only",
            "  announce TEXT     say something to everybody in all games",
            "  open              open a game and print its id",
            "  revoke PLAYER     make his token worthless and close his connections",
            "  kick PLAYER       close his connections; he may come back at once",
            "  shutdown          end all games in order and stop the server",
            "",
            "The secret comes from BOTPIT_ADMIN_SECRET, --admin-secret-file or DIR/admin-secret."
        })
final class AdminCommand implements Callable<Integer> {
    private static final ActRequest NOTHING = ActRequest.EMPTY;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ACT", description = "What to do, see below.")
    private String act;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "WORDS",
            description = "Player, reason or text of the act.")
    private @Nullable List<String> words;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:9877",
            description = "The server's main port. Default: ${DEFAULT-VALUE}")
    private URI url;

    @Option(names = "--game", paramLabel = "ID", description = "Which game; default: the default game.")
    private @Nullable String game;

    @Mixin
    private AdminSecretOptions admin;

    @Option(names = "--cancel-orders", description = "With mode: cancel all open orders of everybody as well.")
    private boolean cancelOrders;

    @ArgGroup(exclusive = false, heading = "%nOptions of open:%n")
    private @Nullable OpenOptions opening;

    @Option(names = "--json", description = "Print the server's answer as it came.")
    private boolean json;

    AdminCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String rest = words == null ? "" : String.join(" ", words);
        if (opening != null && !act.equals("open")) {
            throw new ConfigProblem("the options of open do not go with " + act);
        }
        if (cancelOrders && !act.equals("mode")) {
            throw new ConfigProblem("--cancel-orders does not go with " + act);
        }
        try (HttpSide http = new HttpSide(url)) {
            String answer = switch (act) {
                case "start", "pause", "resume", "end" -> inGame(http, act, nothing(rest, NOTHING));
                case "void" -> inGame(http, "void", rest.isEmpty() ? NOTHING : NOTHING.withReason(rest));
                case "freeze" -> inGame(http, "freeze", NOTHING.withPlayer(needed(rest, "PLAYER"), true));
                case "unfreeze" -> inGame(http, "freeze", NOTHING.withPlayer(needed(rest, "PLAYER"), false));
                case "cancel" -> inGame(http, "cancel", NOTHING.withPlayer(needed(rest, "PLAYER")));
                case "mode" -> inGame(http, "mode", mode(needed(rest, "MODE")));
                case "announce" -> everywhere(http, NOTHING.withText(needed(rest, "TEXT")));
                case "open" -> opened(http, nothing(rest, opening == null ? OpenRequest.EMPTY : opening.request()));
                case "revoke", "kick" ->
                    http.act("players/" + HttpSide.segment(needed(rest, "PLAYER")) + "/" + act, secret(), NOTHING);
                case "shutdown" -> everywhere(http, nothing(rest, NOTHING));
                default -> throw new ConfigProblem("no act is called '" + act + "'");
            };
            terminal.say(json ? answer : words(RestCodec.acted(answer)));
        }
        return Cli.DONE;
    }

    private String inGame(HttpSide http, String path, ActRequest body) throws IOException {
        String secret = secret();
        return http.act("games/" + (game == null ? http.defaultGame() : game) + "/" + path, secret, body);
    }

    private String everywhere(HttpSide http, ActRequest body) throws IOException {
        return http.act(act, secret(), body);
    }

    private String opened(HttpSide http, OpenRequest wanted) throws IOException {
        return http.open(secret(), wanted);
    }

    private ActRequest mode(String word) {
        return NOTHING.withMode(word.replace('-', '_'), cancelOrders);
    }

    private String words(ActBody done) {
        if (act.equals("open")) {
            return String.valueOf(done.game());
        }
        return act + ": done" + (done.game() == null ? "" : " in game " + done.game());
    }

    private <T> T nothing(String rest, T body) {
        if (!rest.isEmpty()) {
            throw new ConfigProblem(act + " takes no words");
        }
        return body;
    }

    private static String needed(String rest, String what) {
        if (rest.isBlank()) {
            throw new ConfigProblem(what + " is missing");
        }
        return rest;
    }

    private String secret() throws IOException {
        return admin.secret(terminal.environment());
    }
}
