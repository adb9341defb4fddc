package io.botpit.game.audit;

import io.botpit.game.CancelCause;
import io.botpit.game.OrderView;
import io.botpit.game.PlayerId;
import io.botpit.game.audit.SeenMoney.Account;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;

/** What players own of each coin and could still buy, against the position limits. */
final class SeenPositions {
    private static final BigInteger WHOLE_PERCENT = BigInteger.valueOf(100);

    private final GameRules rules;
    private final SeenMoney money;
    private final SeenBook book;
    private final SeenRoster roster;
    private final Set<Long> mustGo = new LinkedHashSet<>();
    private int percent = 100;

    SeenPositions(GameRules rules, SeenMoney money, SeenBook book, SeenRoster roster) {
        this.rules = rules;
        this.money = money;
        this.book = book;
        this.roster = roster;
    }

    /** An order that is to come: if it buys, all of it and of the open buys must fit under the limit. */
    void accept(OrderView view) {
        SeenOrder order = book.seen(view);
        if (order.isBuy()) {
            BigInteger after =
                    reach(order.owner(), order.instrument).add(units(book.lotsWanted(order), order.instrument));
            Must.hold(after.compareTo(most(order.instrument)) <= 0, "rule 49: a buy beyond the position limit", view);
        }
    }

    /** The closing window opens: of each coin of which a player could own too much by now, all his open buys go. */
    void stepDown() {
        percent = rules.schedule().closing().positionPercent();
        for (Instrument instrument : rules.instruments()) {
            for (PlayerId player : roster.players()) {
                if (reach(player, instrument).compareTo(most(instrument)) > 0) {
                    book.openBuys(player, instrument).forEach(order -> mustGo.add(order.number()));
                }
            }
        }
    }

    void cancelled(OrderView view, CancelCause cause) {
        boolean due = mustGo.remove(view.id().number());
        Must.equal(cause == CancelCause.CLOSING, due, "rule 49: open buys go when the position limit steps down");
    }

    /** After each record. */
    void check() {
        Must.hold(mustGo.isEmpty(), "rule 49: open buys beyond the position limit of the closing window", mustGo);
    }

    /** What a player owns, and would own if all his open buys traded. */
    private BigInteger reach(PlayerId player, Instrument instrument) {
        BigInteger reach = BigInteger.valueOf(money.owned(new Account(player, instrument.base())));
        for (SeenOrder order : book.openBuys(player, instrument)) {
            reach = reach.add(units(order.open, instrument));
        }
        return reach;
    }

    private BigInteger most(Instrument instrument) {
        return BigInteger.valueOf(instrument.bounds().positionMax().units())
                .multiply(BigInteger.valueOf(percent))
                .divide(WHOLE_PERCENT);
    }

    private static BigInteger units(long lots, Instrument instrument) {
        return BigInteger.valueOf(lots).multiply(BigInteger.valueOf(instrument.unitsPerLot()));
    }
}
