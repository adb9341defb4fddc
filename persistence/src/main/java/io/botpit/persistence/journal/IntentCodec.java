package io.botpit.persistence.journal;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Intent;
import io.botpit.game.Intent.AmendOrder;
import io.botpit.game.Intent.CancelAfter;
import io.botpit.game.Intent.CancelAll;
import io.botpit.game.Intent.CancelOrder;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.Intent.Say;
import io.botpit.game.OrderId;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderKind.Limit;
import io.botpit.game.OrderKind.MarketByBudget;
import io.botpit.game.OrderKind.MarketBySize;
import io.botpit.game.OrderReference;
import io.botpit.game.OrderReference.ByClientId;
import io.botpit.game.OrderReference.ByNumber;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.game.money.Symbol;
import org.jspecify.annotations.Nullable;

/** Players' wishes as bytes: one byte for the kind, then its components in order. Stateless. */
final class IntentCodec {
    private IntentCodec() {}

    static void write(ByteWriter out, Intent intent) {
        switch (intent) {
            case PlaceOrder order -> {
                out.oneByte(1);
                writeOrder(out, order);
            }
            case CancelOrder(var reference) -> {
                out.oneByte(2);
                writeReference(out, reference);
            }
            case CancelAll(var symbol) -> {
                out.oneByte(3);
                writeOptional(out, symbol == null ? null : symbol.text());
            }
            case AmendOrder(var reference, var size) -> {
                out.oneByte(4);
                writeReference(out, reference);
                out.number(size.lots());
            }
            case CancelAfter(var millis) -> {
                out.oneByte(5);
                out.number(millis);
            }
            case Say(var json) -> {
                out.oneByte(6);
                out.text(json);
            }
        }
    }

    static Intent read(ByteReader in) {
        int kind = in.oneByte();
        return switch (kind) {
            case 1 -> readOrder(in);
            case 2 -> new CancelOrder(readReference(in));
            case 3 -> new CancelAll(in.flag() ? new Symbol(in.text()) : null);
            case 4 -> new AmendOrder(readReference(in), new Quantity(in.number()));
            case 5 -> new CancelAfter(in.number());
            case 6 -> new Say(in.text());
            default -> throw EnumCodes.unknown("wish", kind);
        };
    }

    static void writeOrder(ByteWriter out, PlaceOrder order) {
        out.text(order.symbol().text());
        out.oneByte(EnumCodes.of(order.side()));
        writeKind(out, order.kind());
        out.oneByte(EnumCodes.of(order.selfTradePrevention()));
        ClientOrderId clientId = order.clientId();
        writeOptional(out, clientId == null ? null : clientId.text());
    }

    private static PlaceOrder readOrder(ByteReader in) {
        return new PlaceOrder(
                new Symbol(in.text()),
                EnumCodes.side(in.oneByte()),
                readKind(in),
                EnumCodes.selfTradePrevention(in.oneByte()),
                in.flag() ? new ClientOrderId(in.text()) : null);
    }

    private static void writeKind(ByteWriter out, OrderKind kind) {
        switch (kind) {
            case Limit(var price, var size, var time) -> {
                out.oneByte(1);
                out.number(price.ticks());
                out.number(size.lots());
                out.oneByte(EnumCodes.of(time));
            }
            case MarketBySize(var size) -> {
                out.oneByte(2);
                out.number(size.lots());
            }
            case MarketByBudget(var budget) -> {
                out.oneByte(3);
                out.signedNumber(budget.units());
            }
        }
    }

    private static OrderKind readKind(ByteReader in) {
        int kind = in.oneByte();
        return switch (kind) {
            case 1 -> new Limit(new Price(in.number()), new Quantity(in.number()), EnumCodes.timeInForce(in.oneByte()));
            case 2 -> new MarketBySize(new Quantity(in.number()));
            case 3 -> new MarketByBudget(new Amount(in.signedNumber()));
            default -> throw EnumCodes.unknown("kind of order", kind);
        };
    }

    private static void writeReference(ByteWriter out, OrderReference reference) {
        switch (reference) {
            case ByNumber(var id) -> {
                out.oneByte(1);
                out.number(id.number());
            }
            case ByClientId(var id) -> {
                out.oneByte(2);
                out.text(id.text());
            }
        }
    }

    private static OrderReference readReference(ByteReader in) {
        int kind = in.oneByte();
        return switch (kind) {
            case 1 -> new ByNumber(new OrderId(in.number()));
            case 2 -> new ByClientId(new ClientOrderId(in.text()));
            default -> throw EnumCodes.unknown("reference to an order", kind);
        };
    }

    private static void writeOptional(ByteWriter out, @Nullable String text) {
        out.flag(text != null);
        if (text != null) {
            out.text(text);
        }
    }
}
