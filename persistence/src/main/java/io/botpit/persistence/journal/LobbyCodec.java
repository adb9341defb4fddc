package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.FactText;
import io.botpit.game.tournament.TournamentId;
import io.botpit.persistence.journal.LobbyRecord.AccountOpened;
import io.botpit.persistence.journal.LobbyRecord.AdminActed;
import io.botpit.persistence.journal.LobbyRecord.GameClosed;
import io.botpit.persistence.journal.LobbyRecord.GameOpened;
import io.botpit.persistence.journal.LobbyRecord.PasswordChanged;
import io.botpit.persistence.journal.LobbyRecord.TokenChanged;
import io.botpit.persistence.journal.LobbyRecord.TournamentMoved;
import io.botpit.persistence.journal.LobbyRecord.VersionAnnounced;
import org.jspecify.annotations.Nullable;

/** The lobby's records as bytes: one byte for the kind, then the time, then the other components. Stateless. */
final class LobbyCodec {
    private LobbyCodec() {}

    static void write(ByteWriter out, LobbyRecord record) {
        out.oneByte(code(record));
        out.number(record.at().micros());
        switch (record) {
            case AccountOpened account -> write(out, account);
            case TokenChanged(var player, var hash, var _) -> {
                out.number(player.number());
                writeOptional(out, hash);
            }
            case PasswordChanged(var player, var hash, var _) -> {
                out.number(player.number());
                writeOptional(out, hash);
            }
            case VersionAnnounced(var player, var version, var inTournament, var _) -> {
                out.number(player.number());
                out.text(version);
                out.flag(inTournament);
            }
            case GameOpened(var game, var title, var isDefault, var commitment, var _) -> {
                out.text(game.text());
                out.text(title);
                out.flag(isDefault);
                writeOptional(out, commitment);
            }
            case GameClosed(var game, var annulled, var why, var _) -> {
                out.text(game.text());
                out.flag(annulled);
                out.text(why);
            }
            case AdminActed(var by, var what, var game, var _) -> {
                out.text(by);
                out.text(what);
                writeOptional(out, game == null ? null : game.text());
            }
            case TournamentMoved(var tournament, var fact, var _) -> {
                out.number(tournament.number());
                out.text(FactText.of(fact));
            }
        }
    }

    private static void write(ByteWriter out, AccountOpened account) {
        out.number(account.player().number());
        out.text(account.name());
        out.flag(account.house());
        out.number(account.owner().number());
        writeOptional(out, account.tokenHash());
    }

    static LobbyRecord read(ByteReader in) {
        int kind = in.oneByte();
        GameTime at = new GameTime(in.number());
        LobbyRecord record = switch (kind) {
            case 1 ->
                new AccountOpened(
                        new PlayerId(in.intNumber()),
                        in.text(),
                        in.flag(),
                        new PlayerId(in.intNumber()),
                        readOptional(in),
                        at);
            case 2 -> new TokenChanged(new PlayerId(in.intNumber()), readOptional(in), at);
            case 3 -> new PasswordChanged(new PlayerId(in.intNumber()), readOptional(in), at);
            case 4 -> new GameOpened(new GameId(in.text()), in.text(), in.flag(), readOptional(in), at);
            case 5 -> new AdminActed(in.text(), in.text(), in.flag() ? new GameId(in.text()) : null, at);
            case 6 -> new GameClosed(new GameId(in.text()), in.flag(), in.text(), at);
            case 7 -> new VersionAnnounced(new PlayerId(in.intNumber()), in.text(), in.flag(), at);
            case 8 -> new TournamentMoved(new TournamentId(in.intNumber()), fact(in.text()), at);
            default -> throw EnumCodes.unknown("record of the lobby", kind);
        };
        in.requireEnd();
        return record;
    }

    private static int code(LobbyRecord record) {
        return switch (record) {
            case AccountOpened _ -> 1;
            case TokenChanged _ -> 2;
            case PasswordChanged _ -> 3;
            case GameOpened _ -> 4;
            case AdminActed _ -> 5;
            case GameClosed _ -> 6;
            case VersionAnnounced _ -> 7;
            case TournamentMoved _ -> 8;
        };
    }

    private static Fact fact(String line) {
        try {
            return FactText.parse(line);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord(String.valueOf(e.getMessage()));
        }
    }

    private static void writeOptional(ByteWriter out, @Nullable String text) {
        out.flag(text != null);
        if (text != null) {
            out.text(text);
        }
    }

    private static @Nullable String readOptional(ByteReader in) {
        return in.flag() ? in.text() : null;
    }
}
