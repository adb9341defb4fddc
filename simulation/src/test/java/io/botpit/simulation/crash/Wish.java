package io.botpit.simulation.crash;

import io.botpit.simulation.arena.Bot;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request of a trader: noted before it is sent, answered once its reply was read. For one thread.
 *
 * @param clientId of the order that is placed, or that is cancelled
 */
record Wish(String command, String clientId, Map<String, String> params, Answer answer) {
    private static final String CANCEL = "cancel";

    static Wish order(String command, String clientId, Map<String, String> params) {
        return new Wish(command, clientId, params, new Answer());
    }

    static Wish cancel(String clientId) {
        return new Wish(CANCEL, clientId, Map.of("client_order_id", clientId), new Answer());
    }

    /** The same once more, not answered yet. */
    Wish again() {
        return new Wish(command, clientId, params, new Answer());
    }

    boolean isCancel() {
        return command.equals(CANCEL);
    }

    String frame() {
        return Bot.frame(command, params);
    }

    /** The place for the reply. */
    static final class Answer {
        private @Nullable JsonNode reply;

        void put(JsonNode frame) {
            reply = frame;
        }

        boolean isMissing() {
            return reply == null;
        }

        boolean granted() {
            return reply != null && reply.get("status").asBoolean();
        }

        JsonNode reply() {
            if (reply == null) {
                throw new IllegalStateException("there was no reply");
            }
            return reply;
        }

        /** When the order that it tells of was placed, by the server's clock; 0: it tells of none. */
        long placedMillis() {
            JsonNode timestamp = reply().path("data").path("timestamp");
            return timestamp.isNumber()
                    ? timestamp.decimalValue().movePointRight(3).longValue()
                    : 0;
        }

        String code() {
            return reply().path("code").asString("");
        }

        boolean repeated() {
            return reply().path("repeated").asBoolean(false);
        }
    }
}
