package io.botpit.server.session;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.rules.Entry;
import io.botpit.server.link.AddressBlock;
import io.botpit.server.loop.Clocks;

/** What players and {@link AddressBlock}s may do per time, on all their connections together. Any thread. */
final class Budgets {
    private static final int WRONG_PER_ADDRESS = 30;
    private static final int WRONG_PER_NAME = 60;
    /** So many wrong passwords an hour are slips of the pen. */
    private static final int SLIPS = 3;

    private final Clocks clocks;
    private final Allowance<PlayerId> players;
    private final Allowance<PlayerId> broadcasts;
    private final Allowance<String> guests;
    private final Allowance<String> wrongByAddress;
    private final Allowance<String> wrongByName;
    private final Allowance<String> records;

    Budgets(SessionLimits.Rates rates, Clocks clocks) {
        this.clocks = clocks;
        this.players = new Allowance<>(rates.commands());
        this.broadcasts = new Allowance<>(rates.broadcasts());
        this.guests = new Allowance<>(rates.guests());
        this.wrongByAddress = new Allowance<>(Rate.perMinute("wrong_credentials", WRONG_PER_ADDRESS));
        this.wrongByName = new Allowance<>(Rate.perMinute("wrong_passwords_of_a_name", WRONG_PER_NAME));
        this.records = new Allowance<>(Rate.perHour("wrong_passwords", SLIPS));
    }

    Limit ofPlayer(PlayerId player) {
        return Limit.of(players, player, clocks.now());
    }

    Limit ofBroadcasts(PlayerId player) {
        return Limit.of(broadcasts, player, clocks.now());
    }

    Limit ofGuest(String address) {
        return Limit.of(guests, AddressBlock.of(address), clocks.now());
    }

    /** Counts a wrong token. It says nothing about passwords, and nobody guesses one: only the address pays. */
    Limit wrongToken(String address) {
        return Limit.of(wrongByAddress, AddressBlock.of(address), clocks.now());
    }

    /**
     * A password that somebody wants to be checked.
     *
     * @param limit if it is hit, the answer is known without a check
     * @param clean whether hardly a wrong password has come from that address lately
     */
    record Guess(Limit limit, boolean clean) {}

    /**
     * Charges the address for a password in advance, so that many at the same time count as many; {@link #forgive}
     * takes it back. What others do to a name is never held against an address with a clean record: the owner gets in.
     */
    Guess guess(String address, String name) {
        GameTime now = clocks.now();
        String block = AddressBlock.of(address);
        Limit here = Limit.of(wrongByAddress, block, now);
        if (here.isHit()) {
            return new Guess(here, false);
        }
        boolean clean = records.take(block, now) == 0;
        if (clean || !wrongByName.isSpent(Entry.fold(name), now)) {
            return new Guess(here, clean);
        }
        Limit ofName = Limit.of(wrongByName, Entry.fold(name), now);
        if (ofName.isHit()) {
            // Nobody looks at it.
            wrongByAddress.giveBack(block, now);
        }
        return new Guess(ofName, false);
    }

    /** The password was right, or nobody looked at it. */
    void forgive(String address, Guess guess) {
        String block = AddressBlock.of(address);
        wrongByAddress.giveBack(block, clocks.now());
        if (guess.clean()) {
            records.giveBack(block, clocks.now());
        }
    }

    /** The password was wrong; its address has paid. */
    void wrongPassword(String name) {
        wrongByName.take(Entry.fold(name), clocks.now());
    }
}
