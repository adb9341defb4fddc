package io.botpit.dialect.arena;

import io.botpit.game.GameId;
import io.botpit.game.OrderId;
import io.botpit.game.Side;
import io.botpit.game.TradeId;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Numbers of one game as 64 hex characters, without a table: the first sixteen are the number, mixed one to one, the
 * other 48 follow from them, the game and the kind, and prove that the id was made there. An id of another game, or a made-up one, is nobody's.
 * No secret: whose an order is, the game decides.
 */
record WireIds(GameId game) {
    private static final int CHARS = 64;
    private static final int WORD_CHARS = 16;
    private static final long ORDERS = 0x6f72646572L;
    private static final long FILLS = 0x66696c6cL;
    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    String order(OrderId id) {
        return text(id.number(), ORDERS);
    }

    /** The order of that id; an id that is none names an order that never was. */
    OrderId order(String text) {
        return new OrderId(orderNumber(text).orElse(Long.MAX_VALUE));
    }

    OptionalLong orderNumber(String text) {
        return number(text, ORDERS);
    }

    /** Each side of a trade has its own. */
    String fill(TradeId trade, Side side) {
        return text(fillNumber(trade, side), FILLS);
    }

    OptionalLong fillNumber(String text) {
        return number(text, FILLS);
    }

    static long fillNumber(TradeId trade, Side side) {
        return 2 * trade.number() + (side == Side.SELL ? 1 : 0);
    }

    private String text(long number, long kind) {
        long salt = salt(kind);
        long word = mix(number ^ salt);
        StringBuilder text = new StringBuilder(CHARS);
        for (int i = 0; i * WORD_CHARS < CHARS; i++) {
            text.append(HexFormat.of().toHexDigits(i == 0 ? word : mix((word ^ salt) + i * STEP)));
        }
        return text.toString();
    }

    private OptionalLong number(String text, long kind) {
        if (text.length() != CHARS || !text.chars().allMatch(WireIds::isLowerHex)) {
            return OptionalLong.empty();
        }
        long word = HexFormat.fromHexDigitsToLong(text, 0, WORD_CHARS);
        long number = unmix(word) ^ salt(kind);
        return number > 0 && text.equals(text(number, kind)) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private long salt(long kind) {
        long hash = FNV_START ^ kind;
        for (int i = 0; i < game.text().length(); i++) {
            hash = (hash ^ game.text().charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    private static boolean isLowerHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    /** One to one: shifts and odd factors only. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The inverse of {@link #mix}. */
    private static long unmix(long value) {
        long z = (value ^ (value >>> 31) ^ (value >>> 62)) * 0x319642b2d24d8ec3L;
        z = (z ^ (z >>> 27) ^ (z >>> 54)) * 0x96de1b173f119089L;
        return z ^ (z >>> 30) ^ (z >>> 60);
    }
}
