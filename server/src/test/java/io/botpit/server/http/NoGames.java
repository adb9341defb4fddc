package io.botpit.server.http;

import io.botpit.game.GameId;
import io.botpit.protocol.rest.NowList;
import io.botpit.protocol.rest.ReportPage;
import io.botpit.server.feed.Packed;
import java.util.List;

/** Films and sheets are made of real games only. */
final class NoGames implements GameReads {
    @Override
    public ArenaReads.Told<Packed> replay(GameId game) {
        return none(game);
    }

    @Override
    public ArenaReads.Told<Packed> bot(GameId game, String name) {
        return none(game);
    }

    @Override
    public boolean isOwn(String name, String token) {
        return token.equals("token of " + name);
    }

    @Override
    public ArenaReads.Told<Packed> diary(GameId game, String name) {
        return none(game);
    }

    @Override
    public ArenaReads.Told<ReportPage> report(GameId game) {
        return none(game);
    }

    @Override
    public NowList now() {
        return new NowList(List.of());
    }

    private static <T> ArenaReads.Told<T> none(GameId game) {
        return switch (game.text()) {
            case "busy" -> new ArenaReads.Told.Busy<>();
            case "lost" -> new ArenaReads.Told.Lost<>("another engine played it");
            case "none" -> new ArenaReads.Told.Unknown<>();
            default -> new ArenaReads.Told.GoesOn<>();
        };
    }
}
