package io.botpit.benchmarks;

import java.io.IOException;

/** A player of the server under load. */
record Account(String name, String token) {
    static Account register(Caller caller, String name) throws IOException {
        String answer = caller.ask("{\"cmd\":\"register\",\"params\":{\"username\":\"" + name + "\"}}");
        return new Account(name, answer.replaceAll(".*\"data\": \"([0-9a-f]+)\".*", "$1"));
    }

    void logIn(Caller caller) throws IOException {
        caller.ask(login());
    }

    String login() {
        return "{\"cmd\":\"auth\",\"params\":{\"username\":\"" + name + "\",\"token\":\"" + token + "\"}}";
    }
}
