package io.botpit.game.audit;

import io.botpit.game.Fill;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** The money as the events tell of it: what everybody owns must follow from grants and fills alone. */
final class SeenMoney {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final Balance NOTHING = new Balance(Amount.ZERO, Amount.ZERO);

    private final GameRules rules;
    private final Map<Account, Long> owned = new LinkedHashMap<>();
    private final Map<Account, Balance> told = new LinkedHashMap<>();
    private final Map<Asset, Long> toldTotals = new LinkedHashMap<>();
    private final Map<Asset, Long> granted = new LinkedHashMap<>();
    private final Map<Asset, Long> fees = new LinkedHashMap<>();

    SeenMoney(GameRules rules) {
        this.rules = rules;
    }

    record Account(PlayerId player, Asset asset) {}

    record Balance(Amount free, Amount held) {
        long total() {
            return free.units() + held.units();
        }
    }

    void admitted(PlayerId player) {
        for (Grant grant : rules.grants()) {
            add(new Account(player, grant.asset()), grant.amount().units());
            granted.merge(grant.asset(), grant.amount().units(), Long::sum);
        }
    }

    void filled(Fill fill, Instrument instrument) {
        long quote = fill.price().ticks() * fill.size().lots() * instrument.unitsPerTickLot();
        long base = fill.size().lots() * instrument.unitsPerLot();
        boolean buys = fill.side() == Side.BUY;
        Must.hold(quote > 0 && base > 0, "rule 8: something for nothing", fill);
        Asset received = buys ? instrument.base() : instrument.quote();
        Must.equal(fill.fee().asset(), received, "rule 8: asset of the fee");
        Must.equal(fill.fee().amount().units(), fee(fill, buys ? base : quote), "rule 8: fee");
        add(new Account(fill.owner(), instrument.quote()), buys ? -quote : quote);
        add(new Account(fill.owner(), instrument.base()), buys ? base : -base);
        add(new Account(fill.owner(), received), -fill.fee().amount().units());
        fees.merge(received, fill.fee().amount().units(), Long::sum);
    }

    /** Rounded up. */
    private long fee(Fill fill, long received) {
        long ppm = fill.fee().maker()
                ? rules.trading().makerFeePpm()
                : rules.trading().takerFeePpm();
        BigInteger[] parts =
                BigInteger.valueOf(received).multiply(BigInteger.valueOf(ppm)).divideAndRemainder(MILLION);
        return parts[0].longValueExact() + parts[1].signum();
    }

    private void add(Account account, long units) {
        owned.merge(account, units, Long::sum);
    }

    void told(Account account, Balance balance) {
        Must.hold(balance.free().units() >= 0 && balance.held().units() >= 0, "rule 2: below zero", balance);
        Must.hold(owned.containsKey(account), "rule 6: a wallet of somebody unknown", account);
        Balance before = told.put(account, balance);
        long change = balance.total() - (before == null ? 0 : before.total());
        toldTotals.merge(account.asset(), change, Long::sum);
    }

    /** What is owned beyond the starting wallet. */
    long position(Account account) {
        long start = rules.grants().stream()
                .filter(grant -> grant.asset().equals(account.asset()))
                .mapToLong(grant -> grant.amount().units())
                .sum();
        return owned(account) - start;
    }

    long owned(Account account) {
        return owned.getOrDefault(account, 0L);
    }

    /** @param holds what the player's open orders hold, per asset */
    void check(PlayerId player, Map<Asset, Long> holds) {
        for (Asset asset : rules.assets()) {
            Account account = new Account(player, asset);
            long held = holds.getOrDefault(asset, 0L);
            long free = owned(account) - held;
            Balance balance = told.getOrDefault(account, NOTHING);
            boolean same = balance.free().units() == free && balance.held().units() == held;
            Must.hold(
                    same,
                    "rules 3, 4, 6: " + account.player() + " should have free " + free + ", held " + held,
                    balance);
        }
    }

    /** As told and as counted, everything there is was granted. */
    void checkSums() {
        granted.forEach((asset, units) -> Must.equal(
                toldTotals.getOrDefault(asset, 0L) + fees.getOrDefault(asset, 0L),
                units,
                "rules 1, 5: conservation of " + asset.code()));
    }
}
