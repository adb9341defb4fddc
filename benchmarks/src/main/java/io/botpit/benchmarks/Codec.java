package io.botpit.benchmarks;

import io.botpit.dialect.Correlation;
import io.botpit.dialect.Decoded;
import io.botpit.dialect.Dialect;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Request;
import io.botpit.dialect.Viewer;
import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.Command;
import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.control.GameController;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the text of an order to the request that the game gets, and from what came of it to the text of the answer, as the server
 * does it: in cxgame's words alone, and with the options of the arena. The reference is Jackson's databind, from the same text
 * to records and from a map to the same text, without a look at what it means.
 */
final class Codec {
    private static final int OPERATIONS = 50_000;
    private static final int WARM_UP_ROUNDS = 10;
    private static final String DATABIND = " by databind";
    private static final PlayerId PLAYER = new PlayerId(1);
    private static final GameRules RULES = Presets.named(Presets.OPEN_MARKET, 1);
    private static final Viewer VIEWER = new Viewer(PLAYER, new GameId("g1"), RULES, _ -> "trader");

    private final Dialect dialect = new ArenaDialect();
    private final ObjectMapper mapper = JsonMapper.builder().build();
    private final Map<String, IntUnaryOperator> parts = new LinkedHashMap<>();
    private final Rounds<Pass> rounds = new Rounds<>();

    private record Ask(String cmd, Params params, @Nullable String id) {}

    private record Params(
            String price,
            String size,
            @Nullable String tif,
            @Nullable String stp) {}

    private record Told(Correlation to, Reply reply) {}

    private Codec() {}

    static List<Figure> run(Settings settings) {
        Codec codec = new Codec();
        List<String> names = new ArrayList<>();
        names.addAll(codec.add("cxgame", plain()));
        names.addAll(codec.add("arena", Orders.of(0)));
        for (int i = 0; i < WARM_UP_ROUNDS + settings.rounds(); i++) {
            boolean counts = i >= WARM_UP_ROUNDS;
            codec.parts.forEach((name, part) -> {
                Pass pass = pass(part);
                if (counts) {
                    codec.rounds.add(name, pass);
                }
            });
        }
        return names.stream().flatMap(name -> codec.figures(name).stream()).toList();
    }

    /** As cxgame's own clients write them. */
    private static List<String> plain() {
        return Orders.of(0).stream()
                .map(text -> text.replaceAll(",\"tif\".*", "}}"))
                .toList();
    }

    private List<String> add(String name, List<String> orders) {
        List<Told> replies = orders.stream().map(this::told).toList();
        List<Map<?, ?>> answers = new ArrayList<>();
        for (Told told : replies) {
            answers.add(mapper.readValue(dialect.encode(told.to, told.reply, VIEWER), Map.class));
        }
        String read = "read an order of " + name;
        String write = "write an answer of " + name;
        int mask = orders.size() - 1;
        parts.put(read, i -> dialect.decode(orders.get(i & mask), VIEWER).hashCode());
        parts.put(
                read + DATABIND,
                i -> mapper.readValue(orders.get(i & mask), Ask.class).hashCode());
        parts.put(
                write,
                i -> dialect.encode(replies.get(i & mask).to, replies.get(i & mask).reply, VIEWER)
                        .length());
        parts.put(
                write + DATABIND,
                i -> mapper.writeValueAsString(answers.get(i & mask)).length());
        return List.of(read, write);
    }

    /** What comes of an order in a game of its own. */
    private Told told(String order) {
        GameController game = new GameController(RULES);
        game.apply(command(1, new Command.RefereeCommand("server", new RefereeAct.Admit(PLAYER, "trader"))));
        if (dialect.decode(order, VIEWER) instanceof Decoded.Ok(var to, Request.Act(var intent))) {
            return new Told(to, new Reply.Acted(2, game.apply(command(2, new Command.PlayerCommand(PLAYER, intent)))));
        }
        throw new IllegalStateException("no order: " + order);
    }

    private static Stamped<Command> command(long sequence, Command command) {
        return new Stamped<>(sequence, GameTime.EPOCH, command);
    }

    private static Pass pass(IntUnaryOperator part) {
        long[] sum = new long[1];
        Pass pass = Pass.of(OPERATIONS, () -> {
            for (int i = 0; i < OPERATIONS; i++) {
                sum[0] += part.applyAsInt(i);
            }
        });
        if (sum[0] == 0) {
            throw new IllegalStateException("nothing was read or written");
        }
        return pass;
    }

    private List<Figure> figures(String name) {
        String other = name + DATABIND;
        return List.of(
                rounds.figure(name + ", processor time", name, other, new Rounds.Measure<>("ns", Pass::processorNanos)),
                rounds.figure(name + ", allocated", name, other, new Rounds.Measure<>("bytes", Pass::bytes)));
    }
}
