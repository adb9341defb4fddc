package io.botpit.simulation.weather;

import io.botpit.protocol.Json;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.ServerFrame;
import io.botpit.simulation.audit.Dice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes, logs in, joins a game and asks; what he does there is the subclass's. Keeps account of what he was
 * told, connection by connection.
 */
class Caller {
    private static final long PATIENCE_MICROS = 4_000_000;

    private final Storm storm;
    private final Dice dice;
    private final Map<String, Asked> open = new LinkedHashMap<>();
    private @Nullable Line line;
    private String name;
    private @Nullable String token;
    private boolean nameTried;
    private boolean in;
    private @Nullable String game;
    private int names;
    private boolean shutOut;

    /** A request on its way. */
    record Asked(String command, long atMicros, Told told) {}

    /** What is done with the answer. */
    interface Told {
        void by(ReplyFrame reply);
    }

    Caller(Storm storm, String name) {
        this.storm = storm;
        this.dice = storm.dice();
        this.name = name;
    }

    /** Came in, on a fresh connection. */
    void entered() {}

    /** Something came unasked; the text as it was sent. */
    void pushed(PushFrame push, String text) {}

    /** The connection is gone. */
    void left() {}

    final Storm storm() {
        return storm;
    }

    final Dice dice() {
        return dice;
    }

    final String name() {
        return name;
    }

    final boolean isIn() {
        return in && line != null;
    }

    /** No game takes him: not on the list. */
    final boolean isShutOut() {
        return shutOut;
    }

    final boolean isIdle() {
        return open.isEmpty();
    }

    final int waiting() {
        return open.size();
    }

    /** The game he is in or wants to be in. */
    final @Nullable String game() {
        return game;
    }

    String address() {
        return "10.0.0.1";
    }

    boolean isHouse() {
        return false;
    }

    final @Nullable Line line() {
        return line;
    }

    final void credentials(@Nullable String fresh) {
        token = fresh;
    }

    /** Goes into another game, over a new connection: on one there is only ever one game. */
    final void moveTo(String other) {
        if (!other.equals(game)) {
            hangUp();
            game = other;
        }
    }

    final void hangUp() {
        Line now = line;
        if (now != null) {
            now.hangUp();
        }
    }

    final void connect() {
        boolean ready = token != null || !isHouse();
        if (line == null && game != null && ready && storm.isUp()) {
            Line fresh = storm.connect(this);
            line = fresh;
            in = false;
            login();
        }
    }

    /** Whoever waits too long for an answer hangs up: on this network frames get lost. */
    final void losePatience() {
        boolean late = open.values().stream()
                .anyMatch(asked -> storm.calendar().nowMicros() - asked.atMicros() > PATIENCE_MICROS);
        if (late) {
            hangUp();
        }
    }

    /** @param params with braces */
    final void ask(String command, String params, Told told) {
        Line now = line;
        if (now == null) {
            return;
        }
        String id = "r" + storm.nextNumber();
        open.put(id, new Asked(command, storm.calendar().nowMicros(), told));
        now.say(id, "{\"cmd\":\"" + command + "\",\"params\":" + params + ",\"id\":\"" + id + "\"}");
    }

    final void heard(String text) {
        switch (ServerFrame.read(text)) {
            case ReplyFrame reply -> replied(reply);
            case PushFrame push -> pushed(push, text);
            case ServerFrame.Unreadable(var _, var why) -> throw new Broken("protocol", why + " in " + text);
        }
    }

    final void closed(String why) {
        storm.note(name + " closed " + why);
        line = null;
        in = false;
        open.clear();
        left();
    }

    private void replied(ReplyFrame reply) {
        Line now = line;
        String id = reply.id() instanceof Json.TextValue(var text) ? text : null;
        if (now != null) {
            now.answered(id);
        }
        // A doubled request is answered twice, and only the first answer is waited for.
        Asked asked = id == null ? null : open.remove(id);
        if (asked != null) {
            asked.told().by(reply);
        }
    }

    private void login() {
        String known = token;
        if (known != null) {
            ask("auth", "{\"username\":\"" + name + "\",\"token\":\"" + known + "\"}", this::authenticated);
        } else {
            if (nameTried) {
                // The answer with the token was lost, and nobody will tell it again.
                name = name.replaceAll("-x[0-9]+$", "") + "-x" + ++names;
            }
            nameTried = true;
            ask("register", "{\"username\":\"" + name + "\"}", this::registered);
        }
    }

    private void registered(ReplyFrame reply) {
        if (reply.status() && reply.data() instanceof Json.TextValue(var text)) {
            token = text;
            storm.promises().account(name);
            join();
        } else {
            nameTried = "name_taken".equals(reply.code());
            shutOut = "not_whitelisted".equals(reply.code());
            hangUp();
        }
    }

    private void authenticated(ReplyFrame reply) {
        if (reply.status()) {
            join();
        } else if ("wrong_credentials".equals(reply.code()) || "unknown_name".equals(reply.code())) {
            throw new Broken("rule 32", "the token of " + name + " does not work any more: " + reply);
        } else {
            hangUp();
        }
    }

    private void join() {
        ask("join", "{\"game\":\"" + game + "\"}", reply -> {
            if (reply.status()) {
                in = true;
                shutOut = false;
                entered();
            } else {
                shutOut = "not_whitelisted".equals(reply.code());
                hangUp();
                game = storm.someGame();
            }
        });
    }
}
