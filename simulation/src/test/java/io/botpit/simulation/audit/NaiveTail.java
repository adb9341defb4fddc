package io.botpit.simulation.audit;

import io.botpit.game.Event;
import io.botpit.game.Level;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;
import io.botpit.simulation.audit.NaiveLedger.Account;
import io.botpit.simulation.audit.NaiveLedger.Bucket;
import io.botpit.simulation.audit.NaiveState.LevelKey;
import java.util.Comparator;
import java.util.List;

/** The end of every record: levels, marks and wallets that were touched in it, as they are now. */
final class NaiveTail {
    private final NaiveState state;

    NaiveTail(NaiveState state) {
        this.state = state;
    }

    void tell(boolean marksMove) {
        for (Instrument instrument : state.rules.instruments()) {
            levels(instrument, Side.BUY);
            levels(instrument, Side.SELL);
            if (marksMove) {
                mark(instrument);
            }
        }
        state.players.keySet().forEach(this::wallets);
    }

    private void levels(Instrument instrument, Side side) {
        List<LevelKey> keys = state.touchedLevels().stream()
                .filter(key -> key.symbol().equals(instrument.symbol()) && key.side() == side)
                .sorted(Comparator.comparingLong(LevelKey::ticks))
                .toList();
        for (LevelKey key : keys) {
            state.say(new Event.LevelChanged(
                    key.symbol(), side, new Level(new Price(key.ticks()), new Quantity(state.levelSize(key)))));
        }
    }

    private void mark(Instrument instrument) {
        boolean bookChanged =
                state.touchedLevels().stream().anyMatch(key -> key.symbol().equals(instrument.symbol()));
        if (!bookChanged) {
            return;
        }
        long mark = new NaiveTable(state).markFromBook(instrument);
        if (mark != state.mark(instrument)) {
            state.marks.put(instrument.symbol(), mark);
            state.say(new Event.MarkChanged(instrument.symbol(), new Price(mark)));
        }
    }

    private void wallets(PlayerId player) {
        for (Asset asset : state.rules.assets()) {
            Account free = NaiveState.account(player, asset, Bucket.FREE);
            Account held = NaiveState.account(player, asset, Bucket.HELD);
            if (state.ledger.wasTouched(free) || state.ledger.wasTouched(held)) {
                state.say(new Event.WalletChanged(
                        player, asset, new Amount(state.ledger.balance(free)), new Amount(state.ledger.balance(held))));
            }
        }
    }
}
