package io.botpit.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server in the same process: answers each frame with the frames that a function gives. Any thread. */
final class ServerScript implements Wire.Dialer {
    final List<String> received = new CopyOnWriteArrayList<>();
    final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final Function<String, List<String>> answers;

    ServerScript(Function<String, List<String>> answers) {
        this.answers = answers;
    }

    @Override
    public Wire open(Wire.Listener listener) {
        Connection connection = new Connection(listener);
        connections.add(connection);
        return connection;
    }

    /** The id of a request. */
    static String idOf(String request) {
        return request.replaceAll(".*\"id\": \"(\\d+)\".*", "$1");
    }

    static String done(String request, String data) {
        return "{\"status\": true, \"message\": \"ok\", \"data\": %s, \"id\": \"%s\"}".formatted(data, idOf(request));
    }

    static String refused(String request, String code) {
        return "{\"status\": false, \"message\": \"no\", \"data\": null, \"id\": \"%s\", \"code\": \"%s\"}"
                .formatted(idOf(request), code);
    }

    /** One bot's connection. */
    final class Connection implements Wire {
        private final Listener listener;
        private boolean closed;

        private Connection(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void send(String text) {
            received.add(text);
            new ArrayList<>(answers.apply(text)).forEach(listener::onText);
        }

        @Override
        public synchronized void close() {
            hangUp("closed by the bot");
        }

        void say(String frame) {
            listener.onText(frame);
        }

        synchronized void hangUp(String reason) {
            if (!closed) {
                closed = true;
                listener.onClose(reason);
            }
        }
    }
}
