package io.botpit.server.session;

import io.botpit.game.PlayerId;
import io.botpit.game.rules.Entry;
import io.botpit.server.loop.Clocks;

/** What players and addresses may do per time, on all their connections together. Any thread. */
final class Budgets {
    private static final int WRONG_PER_ADDRESS = 30;
    private static final int WRONG_PER_NAME = 60;

    private final Clocks clocks;
    private final Allowance<PlayerId> players;
    private final Allowance<String> guests;
    private final Allowance<String> wrongByAddress;
    private final Allowance<String> wrongByName;

    Budgets(SessionLimits.Rates rates, Clocks clocks) {
        this.clocks = clocks;
        this.players = new Allowance<>(rates.commands());
        this.guests = new Allowance<>(rates.guests());
        this.wrongByAddress = new Allowance<>(Rate.perMinute("wrong_credentials", WRONG_PER_ADDRESS));
        this.wrongByName = new Allowance<>(Rate.perMinute("wrong_credentials_of_a_name", WRONG_PER_NAME));
    }

    Limit ofPlayer(PlayerId player) {
        return Limit.of(players, player, clocks.now());
    }

    Limit ofGuest(String address) {
        return Limit.of(guests, address, clocks.now());
    }

    /** Counts wrong credentials. */
    Limit wrong(String address, String name) {
        Limit here = Limit.of(wrongByAddress, address, clocks.now());
        Limit there = Limit.of(wrongByName, Entry.fold(name), clocks.now());
        return here.isHit() ? here : there;
    }

    /** Whether an expensive check is not worth its price any more. */
    boolean tooManyWrong(String address, String name) {
        return wrongByAddress.isSpent(address, clocks.now()) || wrongByName.isSpent(Entry.fold(name), clocks.now());
    }
}
