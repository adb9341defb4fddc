package io.botpit.game.control;

import io.botpit.game.Holding;
import io.botpit.game.InvariantBroken;
import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.book.Order;
import io.botpit.game.ledger.Ledger;
import io.botpit.game.ledger.Wallet;
import io.botpit.game.market.Refusal;
import io.botpit.game.market.Trader;
import io.botpit.game.money.Amount;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Grant;
import io.botpit.game.score.Contestant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who was admitted to a game, by number and by name. One thread. */
final class Players {
    private final GameRules rules;
    private final Ledger ledger;
    private final PlayerTable byId = new PlayerTable();
    private final Map<PlayerId, Player> inOrder = new TreeMap<>();
    private final Map<String, Player> byName = new LinkedHashMap<>();
    private int users;

    Players(GameRules rules, Ledger ledger) {
        this.rules = rules;
        this.ledger = ledger;
    }

    @Nullable
    Player find(PlayerId id) {
        return byId.find(id.number());
    }

    /** Somebody who must be there. */
    Player get(PlayerId id) {
        return get(id.number());
    }

    Player ownerOf(Order order) {
        return get(order.ownerNumber());
    }

    private Player get(int number) {
        Player player = byId.find(number);
        if (player == null) {
            throw new InvariantBroken("player " + number + " was never admitted");
        }
        return player;
    }

    /** All, in the order of their numbers. */
    Collection<Player> all() {
        return inOrder.values();
    }

    @Nullable
    Refusal checkAdmission(PlayerId id, String name, boolean house) {
        if (find(id) != null || byName.containsKey(Entry.fold(name))) {
            return new Refusal(Reason.ALREADY_ADMITTED, name + " is in the game already");
        }
        Refusal refusal = house ? null : checkEntry(name);
        return refusal == null ? checkGrants() : refusal;
    }

    private @Nullable Refusal checkEntry(String name) {
        Entry entry = rules.entry();
        if (!entry.admits(name)) {
            return new Refusal(Reason.NOT_WHITELISTED, name + " is not on the whitelist of this game");
        }
        if (entry.playersMax() > 0 && users >= entry.playersMax()) {
            return new Refusal(Reason.GAME_FULL, "this game has its " + entry.playersMax() + " players");
        }
        return null;
    }

    private @Nullable Refusal checkGrants() {
        for (Grant grant : rules.grants()) {
            long issued = ledger.issued(ledger.position(grant.asset()));
            if (issued >= Amount.UNITS_MAX - grant.amount().units()) {
                return new Refusal(
                        Reason.GAME_FULL,
                        "no more " + grant.asset().code() + " can be issued: lower the starting wallet");
            }
        }
        return null;
    }

    void admit(PlayerId id, String name, boolean house) {
        users += house ? 0 : 1;
        Player player = new Player(new Trader(id, ledger, rules.limits()), name);
        byId.add(player);
        inOrder.put(id, player);
        byName.put(Entry.fold(name), player);
        for (Grant grant : rules.grants()) {
            int asset = ledger.position(grant.asset());
            ledger.grant(player.trader().wallet(), asset, grant.amount().units());
        }
    }

    /** Listed names that are not connected, in the order of the list. */
    List<String> missing() {
        return rules.entry().whitelist().stream()
                .filter(name -> {
                    Player player = byName.get(Entry.fold(name));
                    return player == null || !player.isPresent();
                })
                .toList();
    }

    List<Contestant> contestants() {
        List<Contestant> all = new ArrayList<>(inOrder.size());
        for (Player player : all()) {
            Trader trader = player.trader();
            all.add(new Contestant(trader.id(), player.name(), holdings(trader.wallet())));
        }
        return all;
    }

    List<Holding> holdings(Wallet wallet) {
        List<Holding> holdings = new ArrayList<>();
        for (int asset = 0; asset < ledger.assets().size(); asset++) {
            holdings.add(new Holding(
                    ledger.assets().get(asset), new Amount(wallet.free(asset)), new Amount(wallet.held(asset))));
        }
        return holdings;
    }
}
