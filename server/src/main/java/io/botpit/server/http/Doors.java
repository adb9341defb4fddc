package io.botpit.server.http;

import io.botpit.server.lobby.Lobby;
import io.botpit.server.meter.Meters;
import io.botpit.server.session.AdminDoor;
import io.botpit.server.tournament.TournamentDoor;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the outside is let in to.
 *
 * @param health by name of the check: {@code ok} or what is wrong; may wait for the database
 * @param shutdown called when the admin asks for it; must return at once
 */
public record Doors(
        Sockets sockets,
        Lobby lobby,
        AdminDoor admin,
        ArenaReads reads,
        GameReads games,
        TournamentDoor tournaments,
        Meters meters,
        Supplier<Map<String, String>> health,
        Runnable shutdown) {}
