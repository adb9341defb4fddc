package io.botpit.simulation.crash;

import io.botpit.simulation.arena.Bot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;

/** Accounts that are opened while the server is killed. For one thread at a time. */
final class Newcomers {
    private static final int PER_CYCLE = 3;

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private int drawn;
    private String unanswered = "";

    /** Until all are in or the connection is gone. */
    void register(int port) throws IOException, InterruptedException {
        try (Bot bot = Bot.connect(port)) {
            for (int i = 0; i < PER_CYCLE; i++) {
                unanswered = "newcomer-" + ++drawn;
                bot.send(Bot.frame("register", Map.of("username", unanswered)));
                Optional<JsonNode> reply = bot.nextUnlessClosed();
                if (reply.isEmpty()) {
                    return;
                }
                if (reply.get().get("status").asBoolean()) {
                    tokens.put(unanswered, reply.get().get("data").asString());
                }
                unanswered = "";
            }
        } catch (CompletionException gone) {
            // Expected: the server was killed; the name is noted as unanswered.
        }
    }

    /** Proves that who has a token has an account, and that who has no answer gets one now. */
    int recall(int port) throws IOException, InterruptedException {
        int recalled = tokens.size();
        try (Bot bot = Bot.connect(port)) {
            for (Map.Entry<String, String> account : tokens.entrySet()) {
                JsonNode reply = bot.ask("auth", Map.of("username", account.getKey(), "token", account.getValue()));
                if (!reply.get("status").asBoolean()) {
                    throw new IOException(Truth.LOST + "the account of " + account.getKey() + ": " + reply);
                }
            }
            if (!unanswered.isEmpty()) {
                JsonNode reply = bot.ask("register", Map.of("username", unanswered));
                boolean there = reply.path("code").asString("").equals("name_taken");
                if (!there && !reply.get("status").asBoolean()) {
                    throw new IOException(unanswered + " is neither there nor can come: " + reply);
                }
            }
        }
        tokens.clear();
        return recalled;
    }
}
