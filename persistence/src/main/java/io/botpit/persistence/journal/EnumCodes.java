package io.botpit.persistence.journal;

import io.botpit.game.CancelCause;
import io.botpit.game.EndCause;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.OrderStatus;
import io.botpit.game.SelfTradePrevention;
import io.botpit.game.Side;
import io.botpit.game.TimeInForce;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.Valuation;

/**
 * The byte of each constant in a journal. Written out, since the order of an enumeration may change and a journal may
 * not: codes are never reused.
 */
final class EnumCodes {
    private EnumCodes() {}

    static int of(Side side) {
        return switch (side) {
            case BUY -> 1;
            case SELL -> 2;
        };
    }

    static Side side(int code) {
        return switch (code) {
            case 1 -> Side.BUY;
            case 2 -> Side.SELL;
            default -> throw unknown("side", code);
        };
    }

    static int of(TimeInForce time) {
        return switch (time) {
            case GOOD_TILL_CANCELLED -> 1;
            case IMMEDIATE_OR_CANCEL -> 2;
            case FILL_OR_KILL -> 3;
            case POST_ONLY -> 4;
        };
    }

    static TimeInForce timeInForce(int code) {
        return switch (code) {
            case 1 -> TimeInForce.GOOD_TILL_CANCELLED;
            case 2 -> TimeInForce.IMMEDIATE_OR_CANCEL;
            case 3 -> TimeInForce.FILL_OR_KILL;
            case 4 -> TimeInForce.POST_ONLY;
            default -> throw unknown("time in force", code);
        };
    }

    static int of(SelfTradePrevention mode) {
        return switch (mode) {
            case CANCEL_TAKER -> 1;
            case CANCEL_MAKER -> 2;
            case CANCEL_BOTH -> 3;
            case DECREMENT -> 4;
        };
    }

    static SelfTradePrevention selfTradePrevention(int code) {
        return switch (code) {
            case 1 -> SelfTradePrevention.CANCEL_TAKER;
            case 2 -> SelfTradePrevention.CANCEL_MAKER;
            case 3 -> SelfTradePrevention.CANCEL_BOTH;
            case 4 -> SelfTradePrevention.DECREMENT;
            default -> throw unknown("self-trade prevention", code);
        };
    }

    static int of(EndCause cause) {
        return switch (cause) {
            case TIME_LIMIT -> 1;
            case REFEREE -> 2;
            case SHUTDOWN -> 3;
        };
    }

    static EndCause endCause(int code) {
        return switch (code) {
            case 1 -> EndCause.TIME_LIMIT;
            case 2 -> EndCause.REFEREE;
            case 3 -> EndCause.SHUTDOWN;
            default -> throw unknown("cause of the end", code);
        };
    }

    static int of(MarkRule rule) {
        return switch (rule) {
            case HALFWAY -> 1;
            case MID -> 2;
        };
    }

    static MarkRule markRule(int code) {
        return switch (code) {
            case 1 -> MarkRule.HALFWAY;
            case 2 -> MarkRule.MID;
            default -> throw unknown("mark rule", code);
        };
    }

    static int of(Valuation valuation) {
        return switch (valuation) {
            case LAST_MARK -> 1;
            case REFERENCE -> 2;
            case BOOK_LOO -> 3;
            case LIQUIDATE -> 4;
        };
    }

    static Valuation valuation(int code) {
        return switch (code) {
            case 1 -> Valuation.LAST_MARK;
            case 2 -> Valuation.REFERENCE;
            case 3 -> Valuation.BOOK_LOO;
            case 4 -> Valuation.LIQUIDATE;
            default -> throw unknown("valuation", code);
        };
    }

    static int of(GamePhase phase) {
        return switch (phase) {
            case LOBBY -> 1;
            case RUNNING -> 2;
            case PAUSED -> 3;
            case SETTLING -> 4;
            case ENDED -> 5;
            case VOID -> 6;
        };
    }

    static int of(GameMode mode) {
        return switch (mode) {
            case FULL -> 1;
            case CANCEL_ONLY -> 2;
            case VIEW_ONLY -> 3;
        };
    }

    static GameMode gameMode(int code) {
        return switch (code) {
            case 1 -> GameMode.FULL;
            case 2 -> GameMode.CANCEL_ONLY;
            case 3 -> GameMode.VIEW_ONLY;
            default -> throw unknown("mode", code);
        };
    }

    static int of(OrderStatus status) {
        return switch (status) {
            case OPEN -> 1;
            case FILLED -> 2;
            case CANCELLED -> 3;
        };
    }

    static int of(CancelCause cause) {
        return switch (cause) {
            case PLAYER -> 1;
            case SELF_TRADE -> 2;
            case NO_MORE_LIQUIDITY -> 3;
            case DEAD_MAN -> 4;
            case FROZEN -> 5;
            case GAME_END -> 6;
            case REFEREE -> 7;
            case CLOSING -> 8;
        };
    }

    static MalformedRecord unknown(String what, int code) {
        return new MalformedRecord("unknown " + what + ": " + code);
    }
}
