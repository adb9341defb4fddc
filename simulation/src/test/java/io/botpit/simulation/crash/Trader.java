package io.botpit.simulation.crash;

import io.botpit.game.GameId;
import io.botpit.simulation.arena.Bot;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A client that trades as fast as it can, writes down everything, and comes back. For one thread at a time. */
final class Trader {
    /** Requests that may be without an answer. */
    private static final int IN_FLIGHT_MAX = 8;

    private static final int FILLS_MAX = 1_500;

    private final String name;
    private final Draw draw;
    private Notes notes;
    private String token = "";

    Trader(String name, long seed) {
        this.name = name;
        this.draw = new Draw(seed);
        this.notes = new Notes(name);
    }

    Notes notes() {
        return notes;
    }

    void register(int port) throws IOException, InterruptedException {
        try (Bot bot = Bot.register(port, name)) {
            token = bot.token();
        }
    }

    /** Logs in, waits until all others are in, and trades until the connection is gone. */
    void trade(int port, CountDownLatch in, Consumer<Wish.Answer> heard) throws IOException, InterruptedException {
        try (Bot bot = loggedIn(port)) {
            bot.ask("subscribe", Map.of("channels", List.of("fills")));
            in.countDown();
            in.await();
            Deque<Wish> unanswered = new ArrayDeque<>();
            boolean open = true;
            while (true) {
                while (open && unanswered.size() < IN_FLIGHT_MAX) {
                    Wish next = draw.next(notes);
                    notes.wish(next);
                    unanswered.add(next);
                    open = sent(bot, next);
                }
                // What came before the connection broke is still read: it was acknowledged.
                Optional<JsonNode> frame = bot.nextUnlessClosed();
                if (frame.isEmpty()) {
                    return;
                }
                if (frame.get().has("type")) {
                    notes.pushed(frame.get());
                } else {
                    Wish wish = unanswered.remove();
                    notes.answered(wish, frame.get());
                    heard.accept(wish.answer());
                }
            }
        }
    }

    /** Sends everything of the last life again, and compares the answers with the first ones and with the journal. */
    void recall(int port, GameId before, Truth truth) throws IOException, InterruptedException {
        try (Bot bot = loggedIn(port)) {
            if (bot.ask("hello").get("data").get("game").get("id").asString().equals(before.text())) {
                checkFills(bot.ask("fills", Map.of("limit", FILLS_MAX)).get("data"));
                sendAgain(bot, truth);
                notes.serverStarted();
            } else {
                notes = new Notes(name);
            }
        }
    }

    /** Notes what all the requests that were sent again have traded. */
    void catchUp(int port) throws IOException, InterruptedException {
        try (Bot bot = loggedIn(port)) {
            notes.fills(bot.ask("fills", Map.of("limit", FILLS_MAX)).get("data"));
        }
    }

    private Bot loggedIn(int port) throws IOException, InterruptedException {
        Bot bot = Bot.connect(port);
        JsonNode reply = bot.ask("auth", Map.of("username", name, "token", token));
        if (!reply.get("status").asBoolean()) {
            bot.close();
            throw new IOException("the token of " + name + " does not work any more: " + reply);
        }
        return bot;
    }

    private static boolean sent(Bot bot, Wish wish) {
        try {
            bot.send(wish.frame());
            return true;
        } catch (CompletionException gone) {
            // Expected: the server was killed. Whether the wish arrived is what the journal will say.
            return false;
        }
    }

    private void sendAgain(Bot bot, Truth truth) throws IOException, InterruptedException {
        Set<String> known = new HashSet<>();
        for (Wish wish : notes.sinceStart()) {
            if (wish.isCancel() ? wish.answer().isMissing() || wish.answer().granted() : known.add(wish.clientId())) {
                Wish again = wish.again();
                boolean stored = truth.has(name, wish.clientId());
                bot.send(again.frame());
                notes.answered(again, bot.next());
                if (!wish.isCancel() && stored != again.answer().repeated()) {
                    notes.contradict(wish.clientId() + (stored ? " is" : " is not") + " in the journal, sent again: "
                            + again.answer().reply());
                }
            }
        }
    }

    /** The server's list, which may have lost its oldest entries, goes on where the notes end. */
    private void checkFills(JsonNode list) {
        Set<String> now = new LinkedHashSet<>();
        list.forEach(fill -> now.add(fill.get("fill_id").asString()));
        List<String> told = List.copyOf(notes.fills().keySet());
        int from = now.isEmpty()
                ? told.size()
                : Math.max(0, told.indexOf(now.iterator().next()));
        List<String> expected = told.subList(from, told.size());
        if (!expected.equals(now.stream().limit(expected.size()).toList())) {
            notes.contradict(told.size() + " fills were told, and they are not how the list begins after the restart");
        }
        list.forEach(fill -> notes.checkFill(fill));
    }
}
