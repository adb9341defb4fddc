package io.botpit.protocol.rest;

import java.util.List;

/** All games of the server, newest first. */
public record GameList(List<GameRow> games) implements RestBody {
    public GameList {
        games = List.copyOf(games);
    }
}
