package io.botpit.simulation.audit;

import io.botpit.game.money.Asset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One list of postings, two per transfer. The running balances only save time: {@link #recounted} needs none. */
final class NaiveLedger {
    /** The house is player 0: it mints the grants and takes the fees. */
    static final int HOUSE = 0;

    private final List<Posting> postings = new ArrayList<>();
    private final Map<Account, Long> running = new HashMap<>();
    private final Set<Account> touched = new HashSet<>();
    private long sequence;

    enum Bucket {
        FREE,
        HELD
    }

    enum Cause {
        GRANT,
        HOLD,
        RELEASE,
        TRADE,
        FEE
    }

    record Account(int player, Asset asset, Bucket bucket) {}

    record Posting(long sequence, Cause cause, Account account, long delta) {}

    /** From when on {@link #wasTouched} counts. */
    void startRecord(long number) {
        sequence = number;
        touched.clear();
    }

    void move(Cause cause, Account from, Account to, long units) {
        if (units < 0) {
            throw new IllegalStateException("moves " + units + " from " + from + " to " + to);
        }
        post(new Posting(sequence, cause, from, -units));
        post(new Posting(sequence, cause, to, units));
        if (from.player() != HOUSE && balance(from) < 0) {
            throw new IllegalStateException("below zero: " + from + " after posting " + units);
        }
    }

    private void post(Posting posting) {
        touched.add(posting.account());
        postings.add(posting);
        running.merge(posting.account(), posting.delta(), Long::sum);
    }

    long balance(Account account) {
        return running.getOrDefault(account, 0L);
    }

    boolean wasTouched(Account account) {
        return touched.contains(account);
    }

    /** Every balance that ever was, from zero. */
    Map<Account, Long> recounted() {
        Map<Account, Long> sums = new HashMap<>();
        for (Posting posting : postings) {
            sums.merge(posting.account(), posting.delta(), Long::sum);
        }
        return sums;
    }

    Map<Account, Long> running() {
        return running;
    }

    List<Posting> postings() {
        return postings;
    }
}
