package io.botpit.protocol.rest;

import java.util.List;

/** Games of the server: those that go on, then the ended ones, newest first. */
public record GameList(List<GameRow> games) implements RestBody {
    public GameList {
        games = List.copyOf(games);
    }
}
