package io.botpit.simulation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Fill;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Instrument;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** The money as the events tell of it: what everybody owns must follow from grants and fills alone. */
final class SeenMoney {
    private static final long MILLION = 1_000_000;

    private final GameRules rules;
    private final Map<Account, Long> owned = new HashMap<>();
    private final Map<Account, Balance> told = new HashMap<>();
    private final Map<Asset, Long> granted = new HashMap<>();
    private final Map<Asset, Long> fees = new HashMap<>();

    SeenMoney(GameRules rules) {
        this.rules = rules;
    }

    record Account(PlayerId player, Asset asset) {}

    record Balance(Amount free, Amount held) {}

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
        long received = buys ? base : quote;
        assertThat(quote).as("rule 8: nothing is for nothing: %s", fill).isPositive();
        assertThat(fill.fee().asset()).as("asset of the fee").isEqualTo(buys ? instrument.base() : instrument.quote());
        assertThat(fill.fee().amount().units()).as("rule 8: fee of %s", fill).isEqualTo(fee(fill, received));
        add(new Account(fill.owner(), instrument.quote()), buys ? -quote : quote);
        add(new Account(fill.owner(), instrument.base()), buys ? base : -base);
        add(new Account(fill.owner(), fill.fee().asset()), -fill.fee().amount().units());
        fees.merge(fill.fee().asset(), fill.fee().amount().units(), Long::sum);
    }

    private long fee(Fill fill, long received) {
        long ppm = fill.fee().maker()
                ? rules.trading().makerFeePpm()
                : rules.trading().takerFeePpm();
        BigInteger[] parts = BigInteger.valueOf(received)
                .multiply(BigInteger.valueOf(ppm))
                .divideAndRemainder(BigInteger.valueOf(MILLION));
        return parts[0].longValueExact() + parts[1].signum();
    }

    private void add(Account account, long units) {
        owned.merge(account, units, Long::sum);
    }

    void told(Account account, Balance balance) {
        assertThat(balance.free().units()).as("rule 2: free of %s", account).isNotNegative();
        assertThat(balance.held().units()).as("rule 2: held of %s", account).isNotNegative();
        assertThat(told.put(account, balance) == null || owned.containsKey(account))
                .as("a wallet of somebody unknown: %s", account)
                .isTrue();
    }

    long owned(Account account) {
        return owned.getOrDefault(account, 0L);
    }

    /** @param holds what the open orders hold, per account */
    void check(Map<Account, Long> holds) {
        Map<Asset, Long> sums = new HashMap<>(fees);
        for (Map.Entry<Account, Long> entry : owned.entrySet()) {
            Account account = entry.getKey();
            long held = holds.getOrDefault(account, 0L);
            Balance balance = told.get(account);
            assertThat(balance)
                    .as("rules 3, 4, 6: %s", account)
                    .isEqualTo(new Balance(new Amount(entry.getValue() - held), new Amount(held)));
            sums.merge(account.asset(), entry.getValue(), Long::sum);
        }
        for (Map.Entry<Asset, Long> grant : granted.entrySet()) {
            assertThat(sums.get(grant.getKey()))
                    .as("rules 1, 5: conservation of %s", grant.getKey())
                    .isEqualTo(grant.getValue());
        }
    }
}
