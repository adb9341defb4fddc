package io.botpit.server.cli;

import io.botpit.protocol.rest.RestCodec;
import io.botpit.protocol.rest.TournamentAct;
import io.botpit.protocol.rest.TournamentDetail;
import io.botpit.protocol.rest.TournamentRequest;
import io.botpit.protocol.rest.TournamentRow;
import io.botpit.server.config.ConfigProblem;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tournaments of a running server. */
@Command(
        name = "tournament",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Creates, runs and shows tournaments of a running server.",
        footer = {
            "",
            "Acts:",
            "  list                   all tournaments",
            "  create FORMAT          create one and print its id; see below for its options",
            "  start ID               start with those who are there",
            "  show ID                the table, and what is being played",
            "  watch ID               the same as it happens, until it is over",
            "  enter ID PLAYER        let somebody in",
            "  withdraw ID PLAYER     take somebody out of the draw",
            "  cancel ID [REASON]     end it without a winner",
            "  export ID              the facts of one that is over, and their hash",
            "",
            "Formats: round_robin, double_round_robin, tables, swiss_duels, swiss_tables, knockout, knockout_tables,",
            "groups, window.",
            "The secret comes from BOTPIT_ADMIN_SECRET, --admin-secret-file or DIR/admin-secret."
        })
final class TournamentCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "ACT", description = "What to do, see below.")
    private String act;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "WORDS", description = "Format, id, player or reason.")
    private @Nullable List<String> words;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:9877",
            description = "The server's main port. Default: ${DEFAULT-VALUE}")
    private URI url;

    @Mixin
    private AdminSecretOptions admin;

    @Option(names = "--csv", description = "With show and export: as CSV.")
    private boolean csv;

    @Option(names = "--json", description = "Print the server's answer as it came.")
    private boolean json;

    @ArgGroup(exclusive = false, heading = "%nOptions of create:%n")
    private @Nullable TournamentOptions creating;

    TournamentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (creating != null && !act.equals("create")) {
            throw new ConfigProblem("the options of create do not go with " + act);
        }
        try (HttpSide http = new HttpSide(url)) {
            switch (act) {
                case "list" -> list(http);
                case "create" -> create(http);
                case "start" -> direct(http, TournamentAct.EMPTY);
                case "cancel" -> direct(http, new TournamentAct(null, words(1).isEmpty() ? null : words(1)));
                case "enter", "withdraw" -> direct(http, new TournamentAct(word(1, "PLAYER"), null));
                case "show" -> show(http);
                case "watch" -> watch(http);
                case "export" -> terminal.say(http.read(path() + "/export", csv).stripTrailing());
                default -> throw new ConfigProblem("no act is called '" + act + "'");
            }
        }
        return Cli.DONE;
    }

    private void list(HttpSide http) {
        String answer = http.read("tournaments", csv);
        if (json || csv) {
            terminal.say(answer.stripTrailing());
            return;
        }
        for (TournamentRow row : RestCodec.tournaments(answer).tournaments()) {
            terminal.say(row.id() + "  " + row.phase() + "  " + row.title() + "  " + row.formatWords());
        }
    }

    private void create(HttpSide http) throws IOException {
        TournamentOptions options = creating == null ? new TournamentOptions() : creating;
        TournamentRequest request = options.request(word(0, "FORMAT").replace('-', '_'));
        String answer = http.act("tournaments", secret(), RestCodec.json(request));
        terminal.say(json ? answer : RestCodec.tournamentActed(answer).tournament());
    }

    private void direct(HttpSide http, TournamentAct body) throws IOException {
        String answer = http.act(path() + "/" + act, secret(), RestCodec.json(body));
        terminal.say(
                json
                        ? answer
                        : act + ": done in tournament "
                                + RestCodec.tournamentActed(answer).tournament());
    }

    private void show(HttpSide http) {
        if (csv) {
            terminal.say(http.read(path() + "/standings", true).stripTrailing());
        } else if (json) {
            terminal.say(http.read(path(), false));
        } else {
            new TournamentText(detail(http)).lines().forEach(terminal::say);
        }
    }

    /** Each result once, and the table at the end. */
    private void watch(HttpSide http) throws InterruptedException {
        Set<Integer> told = new HashSet<>();
        CountDownLatch never = new CountDownLatch(1);
        TournamentDetail detail = detail(http);
        terminal.say(new TournamentText(detail).head());
        while (true) {
            detail.schedule().stream()
                    .flatMap(round -> round.bouts().stream())
                    .filter(bout -> bout.phase().equals("over") && told.add(bout.number()))
                    .map(TournamentText::bout)
                    .forEach(terminal::say);
            String phase = detail.tournament().phase();
            if (phase.equals("finished") || phase.equals("cancelled")) {
                new TournamentText(detail).lines().forEach(terminal::say);
                return;
            }
            var _ = never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            detail = detail(http);
        }
    }

    private TournamentDetail detail(HttpSide http) {
        return RestCodec.tournamentDetail(http.read(path(), false));
    }

    private String path() {
        return "tournaments/" + HttpSide.segment(word(0, "ID"));
    }

    private String word(int index, String what) {
        if (words == null || words.size() <= index) {
            throw new ConfigProblem(what + " is missing");
        }
        return words.get(index);
    }

    private String words(int from) {
        word(0, "ID");
        return words == null ? "" : String.join(" ", words.subList(from, words.size()));
    }

    private String secret() throws IOException {
        return admin.secret(terminal.environment());
    }
}
