package io.botpit.benchmarks;

import java.io.IOException;

/** Tells all readers of a server something, and knows how they are. One thread. */
interface Talker extends AutoCloseable {
    String NAME = "talker";

    /** Answers once the server has passed it on. */
    void tell(String message) throws IOException;

    Readers readers() throws IOException;

    @Override
    void close() throws IOException;

    /** What a reader gets of a message. */
    static String frame(String message) {
        return "{\"type\": \"bcast\", \"message\": \"" + message + "\", \"user\": \"" + NAME + "\"}";
    }

    /**
     * How the readers are.
     *
     * @param waiting frames that the server itself keeps for the one with the most; 0 where it does not say
     * @param cut how many it has cut because they did not read
     * @param open how many have a connection
     */
    record Readers(int waiting, int cut, int open) {}

    /** A player who broadcasts. */
    record OfBotpit(Child server, Caller caller) implements Talker {
        static OfBotpit connect(Child server) throws IOException {
            Caller caller = Caller.connect(server.port(), "/");
            Account.register(caller, NAME);
            return new OfBotpit(server, caller);
        }

        @Override
        public void tell(String message) throws IOException {
            caller.ask("{\"cmd\":\"bcast\",\"params\":{\"message\":\"" + message + "\"}}");
        }

        @Override
        public Readers readers() throws IOException {
            Child.Meters meters = server.meters();
            return new Readers(
                    meters.value("botpit_outbox_waiting_longest"),
                    meters.value("botpit_slow_consumers_cut_total"),
                    meters.value("botpit_connections") - 1);
        }

        @Override
        public void close() throws IOException {
            caller.close();
        }
    }

    /** Lets bare Javalin send the frames that Botpit makes of the messages. */
    record OfBare(Caller caller) implements Talker {
        static OfBare connect(Child server) throws IOException {
            return new OfBare(Caller.connect(server.port(), BareServer.ALL));
        }

        @Override
        public void tell(String message) throws IOException {
            caller.send(frame(message));
            caller.hear();
        }

        @Override
        public Readers readers() throws IOException {
            caller.send("");
            return new Readers(0, 0, Integer.parseInt(caller.hear()));
        }

        @Override
        public void close() throws IOException {
            caller.close();
        }
    }
}
