package io.botpit.persistence.journal;

import io.botpit.game.Appraisal;
import io.botpit.game.Audience;
import io.botpit.game.Event;
import io.botpit.game.Event.Accepted;
import io.botpit.game.Event.Admitted;
import io.botpit.game.Event.Amended;
import io.botpit.game.Event.Announced;
import io.botpit.game.Event.Arrived;
import io.botpit.game.Event.Cancelled;
import io.botpit.game.Event.ClockMoved;
import io.botpit.game.Event.ClosingOpened;
import io.botpit.game.Event.Completed;
import io.botpit.game.Event.Ended;
import io.botpit.game.Event.Filled;
import io.botpit.game.Event.Frozen;
import io.botpit.game.Event.GameEvent;
import io.botpit.game.Event.Left;
import io.botpit.game.Event.LevelChanged;
import io.botpit.game.Event.MarkChanged;
import io.botpit.game.Event.MarketEvent;
import io.botpit.game.Event.ModeChanged;
import io.botpit.game.Event.OrderEvent;
import io.botpit.game.Event.Overruled;
import io.botpit.game.Event.PhaseChanged;
import io.botpit.game.Event.ReferenceMoved;
import io.botpit.game.Event.Rejected;
import io.botpit.game.Event.Repeated;
import io.botpit.game.Event.Said;
import io.botpit.game.Event.Settled;
import io.botpit.game.Event.SwitchSet;
import io.botpit.game.Event.TradeEvent;
import io.botpit.game.Event.Traded;
import io.botpit.game.Event.WalletChanged;
import io.botpit.game.Fill;
import io.botpit.game.GameTime;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.Standing;
import io.botpit.game.Trade;
import io.botpit.game.money.Asset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as bytes. Nothing reads them back: they go into the hash chain, so that a replay proves itself. One event
 * has one form, and two different events never have the same. Stateless.
 */
final class EventCodec {
    private EventCodec() {}

    static void write(ByteWriter out, List<Event> events) {
        out.number(events.size());
        for (Event event : events) {
            write(out, event);
        }
    }

    static void write(ByteWriter out, Event event) {
        switch (event) {
            case GameEvent course -> writeCourse(out, course);
            case OrderEvent order -> writeOrder(out, order);
            case TradeEvent trade -> writeTrade(out, trade);
            case MarketEvent market -> writeMarket(out, market);
            case WalletChanged(var player, var asset, var free, var held) -> {
                out.oneByte(50);
                out.number(player.number());
                writeAsset(out, asset);
                out.signedNumber(free.units());
                out.signedNumber(held.units());
            }
            case ReferenceMoved(var symbol, var price) -> {
                out.oneByte(52);
                out.text(symbol.text());
                out.number(price.ticks());
            }
            case Said(var player, var json) -> {
                out.oneByte(51);
                out.number(player.number());
                out.text(json);
            }
        }
    }

    private static void writeCourse(ByteWriter out, GameEvent event) {
        switch (event) {
            case Admitted(var player, var name) -> {
                out.oneByte(1);
                out.number(player.number());
                out.text(name);
            }
            case Arrived(var player) -> {
                out.oneByte(2);
                out.number(player.number());
            }
            case Left(var player, var elsewhere) -> writeFlag(out, 3, player, elsewhere);
            case PhaseChanged change -> {
                out.oneByte(4);
                writeChange(out, change);
            }
            case ClockMoved(var endsAt) -> {
                out.oneByte(5);
                out.number(endsAt.micros());
            }
            case Ended end -> {
                out.oneByte(6);
                writeEnd(out, end);
            }
            case Frozen(var player, var frozen) -> writeFlag(out, 7, player, frozen);
            case Announced(var text) -> {
                out.oneByte(8);
                out.text(text);
            }
            case ClosingOpened opened -> writeOpening(out, opened);
            case Settled settled -> writeSettled(out, settled);
            case ModeChanged(var mode) -> {
                out.oneByte(10);
                out.oneByte(EnumCodes.of(mode));
            }
            case Overruled(var reason, var detail) -> {
                out.oneByte(9);
                writeRefusal(out, reason, detail);
            }
        }
    }

    private static void writeFlag(ByteWriter out, int kind, PlayerId player, boolean flag) {
        out.oneByte(kind);
        out.number(player.number());
        out.flag(flag);
    }

    private static void writeEnd(ByteWriter out, Ended end) {
        out.oneByte(EnumCodes.of(end.cause()));
        out.number(end.marks().size());
        end.marks().forEach(mark -> {
            out.text(mark.symbol().text());
            out.number(mark.price().ticks());
        });
        writeTable(out, end.table());
    }

    private static void writeOpening(ByteWriter out, ClosingOpened opened) {
        out.oneByte(11);
        out.number(opened.endsFrom().micros());
        out.number(opened.endsBy().micros());
    }

    private static void writeSettled(ByteWriter out, Settled settled) {
        out.oneByte(12);
        out.number(settled.player().number());
        out.number(settled.appraisals().size());
        for (Appraisal appraisal : settled.appraisals()) {
            out.text(appraisal.symbol().text());
            out.number(appraisal.mark().ticks());
            out.signedNumber(appraisal.haircut().units());
        }
    }

    private static void writeOrder(ByteWriter out, OrderEvent event) {
        switch (event) {
            case Accepted(var order, var audience) -> {
                out.oneByte(20);
                writeView(out, order);
                writeAudience(out, audience);
            }
            case Repeated(var order) -> {
                out.oneByte(21);
                writeView(out, order);
            }
            case Amended(var order, var audience) -> {
                out.oneByte(22);
                writeView(out, order);
                writeAudience(out, audience);
            }
            case Completed(var order, var audience) -> {
                out.oneByte(23);
                writeView(out, order);
                writeAudience(out, audience);
            }
            case Cancelled(var order, var cause, var audience) -> {
                out.oneByte(24);
                writeView(out, order);
                out.oneByte(EnumCodes.of(cause));
                writeAudience(out, audience);
            }
            case Rejected(var player, var reason, var detail) -> {
                out.oneByte(25);
                out.number(player.number());
                writeRefusal(out, reason, detail);
            }
            case SwitchSet(var player, var expiresAt) -> {
                out.oneByte(26);
                out.number(player.number());
                writeOptional(out, expiresAt);
            }
        }
    }

    private static void writeTrade(ByteWriter out, TradeEvent event) {
        switch (event) {
            case Traded(Trade trade) -> {
                out.oneByte(30);
                out.number(trade.id().number());
                out.text(trade.symbol().text());
                out.number(trade.price().ticks());
                out.number(trade.size().lots());
                out.number(trade.buyOrder().number());
                out.number(trade.sellOrder().number());
                out.oneByte(EnumCodes.of(trade.takerSide()));
            }
            case Filled(Fill fill) -> {
                out.oneByte(31);
                writeFill(out, fill);
            }
        }
    }

    private static void writeMarket(ByteWriter out, MarketEvent event) {
        switch (event) {
            case LevelChanged(var symbol, var side, var level) -> {
                out.oneByte(40);
                out.text(symbol.text());
                out.oneByte(EnumCodes.of(side));
                out.number(level.price().ticks());
                out.number(level.size().lots());
            }
            case MarkChanged(var symbol, var mark) -> {
                out.oneByte(41);
                out.text(symbol.text());
                out.number(mark.ticks());
            }
        }
    }

    private static void writeChange(ByteWriter out, PhaseChanged change) {
        out.oneByte(EnumCodes.of(change.from()));
        out.oneByte(EnumCodes.of(change.to()));
        out.text(change.why());
        writeOptional(out, change.endsAt());
    }

    private static void writeTable(ByteWriter out, List<Standing> table) {
        out.number(table.size());
        for (Standing row : table) {
            out.number(row.place());
            out.number(row.player().number());
            out.text(row.name());
            out.number(row.holdings().size());
            row.holdings().forEach(holding -> {
                writeAsset(out, holding.asset());
                out.signedNumber(holding.free().units());
                out.signedNumber(holding.held().units());
            });
            out.signedNumber(row.equity().units());
            out.signedNumber(row.score().units());
        }
    }

    private static void writeView(ByteWriter out, OrderView order) {
        out.number(order.id().number());
        out.number(order.owner().number());
        IntentCodec.writeOrder(out, order.terms());
        out.number(order.markAtPlacement().ticks());
        out.number(order.placedAt().micros());
        out.oneByte(EnumCodes.of(order.progress().status()));
        out.number(order.progress().open().lots());
        out.number(order.progress().filled().lots());
        out.signedNumber(order.progress().traded().units());
    }

    private static void writeFill(ByteWriter out, Fill fill) {
        out.number(fill.trade().number());
        out.text(fill.symbol().text());
        out.number(fill.owner().number());
        out.oneByte(EnumCodes.of(fill.side()));
        out.number(fill.buyOrder().number());
        out.number(fill.sellOrder().number());
        out.number(fill.price().ticks());
        out.number(fill.size().lots());
        writeAsset(out, fill.fee().asset());
        out.signedNumber(fill.fee().amount().units());
        out.flag(fill.fee().maker());
    }

    private static void writeAudience(ByteWriter out, Audience audience) {
        switch (audience) {
            case Audience.Everyone() -> out.oneByte(1);
            case Audience.Only(var player) -> {
                out.oneByte(2);
                out.number(player.number());
            }
            case Audience.Officials() -> out.oneByte(3);
        }
    }

    /** By name: reasons are sorted by precedence, so their order may change. */
    private static void writeRefusal(ByteWriter out, Reason reason, String detail) {
        out.text(reason.name());
        out.text(detail);
    }

    private static void writeAsset(ByteWriter out, Asset asset) {
        out.text(asset.code());
        out.number(asset.decimals());
    }

    private static void writeOptional(ByteWriter out, @Nullable GameTime time) {
        out.flag(time != null);
        if (time != null) {
            out.number(time.micros());
        }
    }
}
