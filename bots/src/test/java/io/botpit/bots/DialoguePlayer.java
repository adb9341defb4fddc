package io.botpit.bots;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.protocol.Json;
import io.botpit.protocol.JsonText;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Java SDK in one dialogue. */
final class DialoguePlayer {
    private final Deque<Json> sent = new ArrayDeque<>();
    private final Map<String, Json> names = new HashMap<>();
    private final Set<Json> orders = new HashSet<>();
    private final List<Json> updates = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private List<Wish> wishes = List.of();
    private Tokens tokens = Tokens.inMemory();
    private @Nullable Conversation conversation;
    private @Nullable View view;
    private long now;

    void play(Dialogue dialogue) throws IOException {
        for (Dialogue.Step step : dialogue.steps()) {
            try {
                play(step);
            } catch (AssertionError failed) {
                throw new AssertionError(dialogue.name() + ", " + step.where() + ": " + failed.getMessage(), failed);
            }
        }
        nothingIsLeft();
    }

    private void play(Dialogue.Step step) throws IOException {
        Json value = step.value();
        if (step.kind().equals("send")) {
            sends((Json.ObjectValue) value);
            return;
        }
        nothingIsLeft();
        switch (step.kind()) {
            case "open" -> open((Json.ObjectValue) value);
            case "connected" -> talk().opened(now);
            case "receive" -> talk().heard(JsonText.ofServerFrames().write(meant(value)), now);
            case "receive_text" -> talk().heard(meant(Dialogue.text(value)), now);
            case "do" ->
                wishes = ((Json.ArrayValue) value)
                        .items().stream().map(DialogueWords::wish).toList();
            case "tick" -> talk().beat(now += whole(value));
            case "leave" -> talk().leave(now);
            case "cut" -> {
                // The runner's affair: the conversation hears of it by the next connection.
            }
            case "expect" -> ((Json.ObjectValue) value).members().forEach(this::expect);
            default -> throw new IllegalStateException(step.where() + ": no such step: " + step.kind());
        }
        talk().due(now).forEach(text -> sent.add(Dialogue.json(text)));
    }

    private void open(Json.ObjectValue bot) throws IOException {
        tokens = Tokens.inMemory(text(bot, "token"));
        BotSettings standard = BotSettings.standard();
        BotSettings settings = new BotSettings(
                standard.beat(),
                bot.has("commands_per_second")
                        ? Math.toIntExact(whole(DialogueWords.member(bot, "commands_per_second")))
                        : standard.commandsPerSecond(),
                text(bot, "game").orElse(null),
                bot.has("stay"),
                bot.has("turns"),
                text(bot, "bot_version").orElse(null),
                standard.namesOrders(),
                InstantSource.system(),
                log::add);
        String name = text(bot, "name").orElseThrow();
        conversation = new Conversation(new Bot(name, tokens, this::onUpdate), settings);
        conversation.opened(now);
    }

    private List<Wish> onUpdate(View seen, Update update) {
        view = seen;
        updates.add(DialogueWords.update(update));
        List<Wish> wished = wishes;
        wishes = List.of();
        return wished;
    }

    private void sends(Json.ObjectValue wanted) {
        assertThat(sent).as("frames sent").isNotEmpty();
        Json.ObjectValue frame = (Json.ObjectValue) sent.remove();
        names.put(text(wanted, "id").orElse("$id"), DialogueWords.member(frame, "id"));
        text((Json.ObjectValue) DialogueWords.member(wanted, "params"), "client_order_id")
                .ifPresent(name -> names.put(name, orderId(frame)));
        assertAlike("sent", withoutId(frame), meant(withoutId(wanted)));
    }

    /** Of the library's choice, and never the same. */
    private Json orderId(Json.ObjectValue frame) {
        Json id = DialogueWords.member((Json.ObjectValue) DialogueWords.member(frame, "params"), "client_order_id");
        assertThat(Dialogue.text(id)).as("client_order_id").matches("[A-Za-z0-9._:-]{1,64}");
        assertThat(orders.add(id)).as("%s is new", id).isTrue();
        return id;
    }

    private static Json withoutId(Json.ObjectValue frame) {
        return Json.object()
                .put("cmd", DialogueWords.member(frame, "cmd"))
                .put("params", DialogueWords.member(frame, "params"))
                .build();
    }

    /** With what was sent in place of its names. */
    private Json meant(Json written) {
        return switch (written) {
            case Json.TextValue(var text) -> names.getOrDefault(text, written);
            case Json.ArrayValue(var items) ->
                Json.array(items.stream().map(this::meant).toList());
            case Json.ObjectValue object -> {
                Json.Members members = Json.object();
                object.members().forEach((name, value) -> members.put(name, meant(value)));
                yield members.build();
            }
            case Json.NumberValue _, Json.BooleanValue _, Json.NullValue _ -> written;
        };
    }

    private String meant(String written) {
        String text = written;
        for (Map.Entry<String, Json> one : names.entrySet()) {
            String sentAs = JsonText.ofServerFrames().write(one.getValue());
            text = text.replace("\"%s\"".formatted(one.getKey()), sentAs);
        }
        return text;
    }

    private void nothingIsLeft() {
        assertThat(sent).as("sent without being expected").isEmpty();
    }

    private void expect(String what, Json wanted) {
        switch (what) {
            case "updates" -> {
                assertAlike(what, Json.array(updates), wanted);
                updates.clear();
            }
            case "log" -> {
                assertThat(log).as(what).anyMatch(line -> line.contains(Dialogue.text(wanted)));
                log.clear();
            }
            case "ending" ->
                assertAlike(what, DialogueWords.ending(talk().ending().orElse(null)), wanted);
            case "broken" -> assertAlike(what, new Json.BooleanValue(talk().isBroken(now)), wanted);
            case "idle" -> assertAlike(what, new Json.BooleanValue(talk().isIdle()), wanted);
            case "token" -> assertAlike(what, Json.text(load().orElse("")), wanted);
            case "phase" -> assertAlike(what, Json.text(DialogueWords.word(seen().phase())), wanted);
            case "left_ms" -> {
                Long left = seen().leftMillis();
                assertAlike(what, left == null ? Json.NULL : Json.number(left), wanted);
            }
            case "wallet" -> assertAlike(what, DialogueWords.wallet(seen()), wanted);
            case "orders" -> assertAlike(what, DialogueWords.orders(seen()), wanted);
            case "grid" -> assertAlike(what, DialogueWords.grid(seen(), (Json.ObjectValue) wanted), wanted);
            case "markets" -> assertAlike(what, DialogueWords.markets(seen()), wanted);
            default -> throw new IllegalStateException("nothing to expect of " + what);
        }
    }

    private static void assertAlike(String what, Json is, Json wanted) {
        Supplier<String> difference = () -> what + ": " + is + "\n    expected " + wanted;
        assertThat(DialogueWords.alike(is, wanted)).as(difference).isTrue();
    }

    private Optional<String> load() {
        try {
            return tokens.load();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Conversation talk() {
        return Objects.requireNonNull(conversation, "the dialogue does not open");
    }

    private View seen() {
        return Objects.requireNonNull(view, "the bot was not told anything");
    }

    private static Optional<String> text(Json.ObjectValue object, String name) {
        return Optional.ofNullable(object.get(name)).map(Dialogue::text);
    }

    private static long whole(Json json) {
        return Long.parseLong(((Json.NumberValue) json).digits());
    }
}
