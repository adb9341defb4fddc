package io.botpit.server.tournament;

import io.botpit.game.GameId;
import io.botpit.game.GamePhase;
import io.botpit.game.tournament.Bout.State;
import io.botpit.game.tournament.Tournament;
import io.botpit.server.lobby.TournamentBooks;
import java.util.List;

/** How far each bout is, in the words of the REST interface. Lobby's thread only. */
final class BoutPhases {
    private BoutPhases() {}

    /** One word for each bout, in their order. */
    static List<String> of(Tournament tournament, TournamentBooks books) {
        return tournament.bouts().stream()
                .map(bout -> switch (bout.state()) {
                    case State.Next() -> "next";
                    case State.Open(var game, var _) -> isWaiting(game, books) ? "waiting" : "running";
                    case State.Over _ -> "over";
                })
                .toList();
    }

    private static boolean isWaiting(GameId game, TournamentBooks books) {
        return books.find(game)
                .filter(open -> open.view().phase() != GamePhase.LOBBY)
                .isEmpty();
    }
}
