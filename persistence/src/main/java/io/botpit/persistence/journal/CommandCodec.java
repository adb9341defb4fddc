package io.botpit.persistence.journal;

import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Command.RefereeCommand;
import io.botpit.game.Command.Tick;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.RefereeAct.Admit;
import io.botpit.game.RefereeAct.AdmitHouse;
import io.botpit.game.RefereeAct.Announce;
import io.botpit.game.RefereeAct.Annul;
import io.botpit.game.RefereeAct.Arrive;
import io.botpit.game.RefereeAct.CancelOrders;
import io.botpit.game.RefereeAct.End;
import io.botpit.game.RefereeAct.Freeze;
import io.botpit.game.RefereeAct.Leave;
import io.botpit.game.RefereeAct.Pause;
import io.botpit.game.RefereeAct.Recover;
import io.botpit.game.RefereeAct.Resume;
import io.botpit.game.RefereeAct.SetMode;
import io.botpit.game.RefereeAct.SetReference;
import io.botpit.game.RefereeAct.Start;
import io.botpit.game.Stamped;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;

/**
 * Commands as bytes, the only form in which a journal holds them: the same command gives the same bytes, for ever.
 * A new kind takes a new number; the numbers of old kinds are never given away. Stateless.
 */
final class CommandCodec {
    private CommandCodec() {}

    /** The sequence first, at a fixed place: that is how a reader knows a record when it sees one. */
    static void write(ByteWriter out, Stamped<Command> stamped) {
        out.eightBytes(stamped.sequence());
        out.number(stamped.at().micros());
        writeCommand(out, stamped.value());
    }

    static Stamped<Command> read(ByteReader in) {
        Stamped<Command> stamped = new Stamped<>(in.eightBytes(), new GameTime(in.number()), readCommand(in));
        in.requireEnd();
        return stamped;
    }

    private static void writeCommand(ByteWriter out, Command command) {
        switch (command) {
            case PlayerCommand(var player, var intent) -> {
                out.oneByte(1);
                out.number(player.number());
                IntentCodec.write(out, intent);
            }
            case RefereeCommand(var by, var act) -> {
                out.oneByte(2);
                out.text(by);
                writeAct(out, act);
            }
            case Tick() -> out.oneByte(3);
        }
    }

    private static Command readCommand(ByteReader in) {
        int kind = in.oneByte();
        return switch (kind) {
            case 1 -> new PlayerCommand(new PlayerId(in.intNumber()), IntentCodec.read(in));
            case 2 -> new RefereeCommand(in.text(), readAct(in));
            case 3 -> new Tick();
            default -> throw EnumCodes.unknown("command", kind);
        };
    }

    private static void writeAct(ByteWriter out, RefereeAct act) {
        out.oneByte(code(act));
        switch (act) {
            case Admit(var player, var name, var owner) -> {
                out.number(player.number());
                out.text(name);
                out.number(owner.number());
            }
            case AdmitHouse(var player, var name) -> {
                out.number(player.number());
                out.text(name);
            }
            case Arrive(var player) -> out.number(player.number());
            case Leave(var player, var elsewhere) -> {
                out.number(player.number());
                out.flag(elsewhere);
            }
            case CancelOrders(var player) -> out.number(player.number());
            case End(var cause) -> out.oneByte(EnumCodes.of(cause));
            case Annul(var why) -> out.text(why);
            case Freeze(var player, var frozen) -> {
                out.number(player.number());
                out.flag(frozen);
            }
            case Announce(var text) -> out.text(text);
            case SetMode(var mode, var cancelOrders) -> {
                out.oneByte(EnumCodes.of(mode));
                out.flag(cancelOrders);
            }
            case SetReference(var symbol, var price) -> {
                out.text(symbol.text());
                out.number(price.ticks());
            }
            case Start _, Pause _, Resume _, Recover _ -> {}
        }
    }

    private static int code(RefereeAct act) {
        return switch (act) {
            case Admit _ -> 1;
            case Arrive _ -> 2;
            case Leave _ -> 3;
            case Start _ -> 4;
            case Pause _ -> 5;
            case Resume _ -> 6;
            case End _ -> 7;
            case Annul _ -> 8;
            case Recover _ -> 9;
            case Freeze _ -> 10;
            case Announce _ -> 11;
            case AdmitHouse _ -> 12;
            case SetMode _ -> 13;
            case CancelOrders _ -> 14;
            case SetReference _ -> 15;
        };
    }

    private static RefereeAct readAct(ByteReader in) {
        int kind = in.oneByte();
        return switch (kind) {
            case 1 -> new Admit(new PlayerId(in.intNumber()), in.text(), new PlayerId(in.intNumber()));
            case 2 -> new Arrive(new PlayerId(in.intNumber()));
            case 3 -> new Leave(new PlayerId(in.intNumber()), in.flag());
            case 4 -> new Start();
            case 5 -> new Pause();
            case 6 -> new Resume();
            case 7 -> new End(EnumCodes.endCause(in.oneByte()));
            case 8 -> new Annul(in.text());
            case 9 -> new Recover();
            case 10 -> new Freeze(new PlayerId(in.intNumber()), in.flag());
            case 11 -> new Announce(in.text());
            case 12 -> new AdmitHouse(new PlayerId(in.intNumber()), in.text());
            case 13 -> new SetMode(EnumCodes.gameMode(in.oneByte()), in.flag());
            case 14 -> new CancelOrders(new PlayerId(in.intNumber()));
            case 15 -> new SetReference(new Symbol(in.text()), new Price(in.number()));
            default -> throw EnumCodes.unknown("referee's act", kind);
        };
    }
}
