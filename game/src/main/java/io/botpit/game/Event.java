package io.botpit.game;

import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened. An event says itself who may see it. */
public sealed interface Event {
    Audience audience();

    /** The course of the game. */
    sealed interface GameEvent extends Event {
        @Override
        default Audience audience() {
            return Audience.EVERYONE;
        }
    }

    record Admitted(PlayerId player, String name) implements GameEvent {}

    record Arrived(PlayerId player) implements GameEvent {}

    /**
     * A player's last connection is gone.
     *
     * @param elsewhere to another game
     */
    record Left(PlayerId player, boolean elsewhere) implements GameEvent {}

    /**
     * The game is in another phase.
     *
     * @param why in words, for people
     * @param endsAt when the time limit is up, as far as known now; null without one or while the clock stands
     */
    record PhaseChanged(
            GamePhase from,
            GamePhase to,
            String why,
            @Nullable GameTime endsAt) implements GameEvent {}

    /** The time limit moved, because the server was down in between. */
    record ClockMoved(GameTime endsAt) implements GameEvent {}

    /**
     * The closing window is open: the rules' valuation counts from now on.
     *
     * @param endsFrom the earliest end, as far as known now
     * @param endsBy the latest end
     */
    record ClosingOpened(GameTime endsFrom, GameTime endsBy) implements GameEvent {}

    /**
     * What the coins of a player count as in the final table that follows; not told for the valuation of the last mark.
     *
     * @param appraisals one per instrument, in the order of the rules
     */
    record Settled(PlayerId player, List<Appraisal> appraisals) implements GameEvent {
        public Settled {
            appraisals = List.copyOf(appraisals);
        }
    }

    /**
     * Orders are gone, holds are released, this is how it ended.
     *
     * @param marks one per instrument, in the order of the rules
     */
    record Ended(EndCause cause, List<FinalMark> marks, List<Standing> table) implements GameEvent {
        public Ended {
            marks = List.copyOf(marks);
            table = List.copyOf(table);
        }
    }

    record Frozen(PlayerId player, boolean frozen) implements GameEvent {}

    record ModeChanged(GameMode mode) implements GameEvent {}

    record Announced(String text) implements GameEvent {}

    /** The life of an order. Everybody sees it where the rules name the book's owners, else its owner alone. */
    sealed interface OrderEvent extends Event {}

    /** As it was before it traded. */
    record Accepted(OrderView order, Audience audience) implements OrderEvent {}

    /** The same client order id with the same terms came again: nothing happened; this is the first answer. */
    record Repeated(OrderView order) implements OrderEvent {
        @Override
        public Audience audience() {
            return new Audience.Only(order.owner());
        }
    }

    record Amended(OrderView order, Audience audience) implements OrderEvent {}

    /** Nothing is left of it to trade. */
    record Completed(OrderView order, Audience audience) implements OrderEvent {}

    record Cancelled(OrderView order, CancelCause cause, Audience audience) implements OrderEvent {}

    /** The one event for every refusal of a player's wish. */
    record Rejected(PlayerId player, Reason reason, String detail) implements OrderEvent {
        @Override
        public Audience audience() {
            return new Audience.Only(player);
        }
    }

    /** A referee's act that the phase or the rules do not allow. */
    record Overruled(Reason reason, String detail) implements GameEvent {
        @Override
        public Audience audience() {
            return Audience.OFFICIALS;
        }
    }

    /**
     * The dead man's switch was set.
     *
     * @param expiresAt null: disarmed
     */
    record SwitchSet(PlayerId player, @Nullable GameTime expiresAt) implements OrderEvent {
        @Override
        public Audience audience() {
            return new Audience.Only(player);
        }
    }

    /** Trades. */
    sealed interface TradeEvent extends Event {}

    record Traded(Trade trade) implements TradeEvent {
        @Override
        public Audience audience() {
            return Audience.EVERYONE;
        }
    }

    record Filled(Fill fill) implements TradeEvent {
        @Override
        public Audience audience() {
            return new Audience.Only(fill.owner());
        }
    }

    /** A balance as it is after the command, once per command and account. */
    record WalletChanged(PlayerId player, Asset asset, Amount free, Amount held) implements Event {
        @Override
        public Audience audience() {
            return new Audience.Only(player);
        }
    }

    /** The market as everybody sees it, as it is after the command. */
    sealed interface MarketEvent extends Event {
        @Override
        default Audience audience() {
            return Audience.EVERYONE;
        }
    }

    /** A level's total size as it is after the command; 0: gone. */
    record LevelChanged(Symbol symbol, Side side, Level level) implements MarketEvent {}

    record MarkChanged(Symbol symbol, Price mark) implements MarketEvent {}

    /** The reference price moved. Players must not know it before the end, or they need not find out what to pay. */
    record ReferenceMoved(Symbol symbol, Price price) implements Event {
        @Override
        public Audience audience() {
            return Audience.OFFICIALS;
        }
    }

    /** Somebody spoke. */
    record Said(PlayerId player, String json) implements Event {
        @Override
        public Audience audience() {
            return Audience.EVERYONE;
        }
    }
}
