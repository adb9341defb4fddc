package io.botpit.game.ledger;

import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Double-entry books of one game. Every operation takes units from one account and puts the same number into another,
 * so nothing is made or lost; {@link #check} proves it after every command. Assets are named by their position in
 * the list of the rules. One thread.
 */
public final class Ledger {
    private final List<Asset> assets;

    /** Where starting wallets come from: minus what was issued. */
    private final long[] mint;

    /** Where fees go. */
    private final long[] house;

    private final List<Wallet> changed = new ArrayList<>();
    private final List<Wallet> changedForOthers = Collections.unmodifiableList(changed);

    private final List<Wallet> wallets = new ArrayList<>();

    /** Mint and house as they were at the end of the last command. */
    private final long[] mintChecked;

    private final long[] houseChecked;

    public Ledger(List<Asset> assets) {
        this.assets = List.copyOf(assets);
        mint = new long[assets.size()];
        house = new long[assets.size()];
        mintChecked = new long[assets.size()];
        houseChecked = new long[assets.size()];
    }

    public List<Asset> assets() {
        return assets;
    }

    /** The position of an asset of this ledger. */
    public int position(Asset asset) {
        int position = assets.indexOf(asset);
        if (position < 0) {
            throw new InvariantBroken("no such asset in this game: " + asset.code());
        }
        return position;
    }

    public Wallet open(PlayerId owner) {
        Wallet wallet = new Wallet(owner, assets.size());
        wallets.add(wallet);
        return wallet;
    }

    /** Units issued so far. */
    public long issued(int asset) {
        return -mint[asset];
    }

    /** Fees taken so far, in units. */
    public long fees(int asset) {
        return house[asset];
    }

    /** Issues units into a wallet. */
    public void grant(Wallet to, int asset, long units) {
        move(mint, to.free, asset, units);
        note(to, asset);
    }

    /** Reserves free units for an order. */
    public void hold(Wallet owner, int asset, long units) {
        require(owner.free[asset], asset, units);
        move(owner.free, owner.held, asset, units);
        note(owner, asset);
    }

    /** Gives reserved units back. */
    public void release(Wallet owner, int asset, long units) {
        require(owner.held[asset], asset, units);
        move(owner.held, owner.free, asset, units);
        note(owner, asset);
    }

    /** Pays reserved units of one owner to another, less a fee that goes to the house. */
    public void settle(Wallet from, Wallet to, int asset, Payment payment) {
        require(from.held[asset], asset, payment.units());
        move(from.held, to.free, asset, payment.units() - payment.fee());
        move(from.held, house, asset, payment.fee());
        note(from, asset);
        note(to, asset);
    }

    /** Wallets that changed since the last {@link #forgetChanges}, in the order of their owners. */
    public List<Wallet> changedInOrder() {
        if (changed.size() > 1) {
            changed.sort(Comparator.comparing(Wallet::owner));
        }
        return changedForOthers;
    }

    /** What changed is known and checked; the next command begins. */
    public void forgetChanges() {
        for (Wallet wallet : changed) {
            wallet.changed = 0;
            for (int asset = 0; asset < assets.size(); asset++) {
                wallet.checked[asset] = wallet.total(asset);
            }
        }
        System.arraycopy(mint, 0, mintChecked, 0, mint.length);
        System.arraycopy(house, 0, houseChecked, 0, house.length);
        changed.clear();
    }

    /**
     * What the present command did to the wallets, the house and the mint adds up to nothing, asset by asset, by their
     * balances before and after; else {@link InvariantBroken}.
     */
    public void check() {
        for (int asset = 0; asset < mint.length; asset++) {
            long difference = mint[asset] - mintChecked[asset] + house[asset] - houseChecked[asset];
            for (Wallet wallet : changed) {
                difference += wallet.total(asset) - wallet.checked[asset];
            }
            if (difference != 0 || house[asset] < 0) {
                throw new InvariantBroken(assets.get(asset).code() + " is not conserved: off by " + difference);
            }
        }
    }

    /** All balances, counted from zero, are what was issued; else {@link InvariantBroken}. */
    public void audit() {
        for (int asset = 0; asset < mint.length; asset++) {
            long sum = house[asset];
            for (Wallet wallet : wallets) {
                sum += wallet.total(asset);
            }
            if (sum != issued(asset)) {
                throw new InvariantBroken(
                        assets.get(asset).code() + ": " + sum + " units are owned, " + issued(asset) + " were issued");
            }
        }
    }

    private void move(long[] from, long[] to, int asset, long units) {
        if (units < 0) {
            throw new InvariantBroken(
                    "a transfer of " + units + " " + assets.get(asset).code());
        }
        add(from, asset, -units);
        add(to, asset, units);
    }

    private void add(long[] balances, int asset, long units) {
        long after = balances[asset] + units;
        balances[asset] = after;
        if (after >= Amount.UNITS_MAX || after <= -Amount.UNITS_MAX) {
            throw new InvariantBroken(
                    "a balance of " + after + " " + assets.get(asset).code());
        }
    }

    private void require(long balance, int asset, long units) {
        if (units < 0 || balance < units) {
            throw new InvariantBroken("moving " + units + " of " + balance + " "
                    + assets.get(asset).code());
        }
    }

    private void note(Wallet wallet, int asset) {
        if (wallet.changed == 0) {
            changed.add(wallet);
        }
        wallet.changed |= 1L << asset;
    }
}
