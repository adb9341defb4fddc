package io.botpit.server.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botpit.game.Command;
import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.persistence.journal.JournalReader;
import io.botpit.persistence.journal.Journals;
import io.botpit.server.feed.Names;
import io.botpit.server.feed.Packed;
import io.botpit.server.lobby.OldGame;
import io.botpit.server.lobby.Retold;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The film of a game from its journal alone. */
public final class Film {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Film() {}

    /** As {@code GET /api/v1/games/{id}/replay} answers; {@link IOException} where the journal cannot be played again. */
    public static String of(Journals journals, GameId game) throws IOException {
        Retold.Works works = new Retold.Works(journals, cast(journals, game), Runnable::run, PATIENCE);
        Retold<Packed> films = new Retold<>(works, new Retold.Making<>(OldGame::film, Packed::size, Long.MAX_VALUE));
        return switch (films.of(game)) {
            case Retold.Told.Shown<Packed>(var film) -> plain(film);
            case Retold.Told.Lost<Packed>(var why) -> throw new IOException(why);
            case Retold.Told.Busy<Packed>() -> throw new IOException("it takes too long to play the game again");
        };
    }

    private static String plain(Packed film) throws IOException {
        try (InputStream in = film.plain()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private record Cast(Map<PlayerId, String> names, Set<PlayerId> house) implements Names {
        @Override
        public String of(PlayerId player) {
            return names.getOrDefault(player, "?");
        }

        @Override
        public boolean isHouse(PlayerId player) {
            return house.contains(player);
        }
    }

    private static Cast cast(Journals journals, GameId game) {
        Cast cast = new Cast(new HashMap<>(), new HashSet<>());
        try (JournalReader journal = journals.read(game)) {
            for (var entry = journal.next(); entry != null; entry = journal.next()) {
                if (entry.command().value() instanceof Command.RefereeCommand(var _, RefereeAct act)) {
                    meet(act, cast);
                }
            }
        }
        return cast;
    }

    private static void meet(RefereeAct act, Cast cast) {
        if (act instanceof RefereeAct.Admit user) {
            cast.names.put(user.player(), user.name());
        } else if (act instanceof RefereeAct.AdmitHouse bot) {
            cast.names.put(bot.player(), bot.name());
            cast.house.add(bot.player());
        }
    }
}
