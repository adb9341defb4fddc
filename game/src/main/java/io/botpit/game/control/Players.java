package io.botpit.game.control;

import io.botpit.game.Appraisal;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who was admitted to a game, by number and by name. One thread. */
final class Players {
    private final GameRules rules;
    private final Ledger ledger;
    private final PlayerTable byId = new PlayerTable();
    private final Map<PlayerId, Player> inOrder = new TreeMap<>();
    private final Map<String, Player> byName = new LinkedHashMap<>();
    private final Set<PlayerId> owners = new LinkedHashSet<>();
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
    Refusal checkAdmission(Applicant applicant) {
        if (find(applicant.id()) != null || byName.containsKey(Entry.fold(applicant.name()))) {
            return new Refusal(Reason.ALREADY_ADMITTED, applicant.name() + " is in the game already");
        }
        Refusal refusal = applicant.house() ? null : checkEntry(applicant);
        refusal = refusal == null ? checkGrants() : refusal;
        return refusal == null && !applicant.house() ? checkOwner(applicant) : refusal;
    }

    private @Nullable Refusal checkEntry(Applicant applicant) {
        Entry entry = rules.entry();
        if (!entry.admits(applicant.name())) {
            return new Refusal(Reason.NOT_WHITELISTED, applicant.name() + " is not on the whitelist of this game");
        }
        if (entry.playersMax() > 0 && users >= entry.playersMax()) {
            return new Refusal(Reason.GAME_FULL, "this game has its " + entry.playersMax() + " players");
        }
        return null;
    }

    private @Nullable Refusal checkOwner(Applicant applicant) {
        return rules.entry().rated() && owners.contains(applicant.owner())
                ? new Refusal(
                        Reason.OWNER_IN_GAME,
                        "another player of the owner of " + applicant.name() + " is in this rated game")
                : null;
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

    Player admit(Applicant applicant) {
        if (!applicant.house()) {
            users++;
            owners.add(applicant.owner());
        }
        Trader trader = new Trader(applicant.id(), applicant.owner(), ledger, rules.limits());
        Player player = new Player(trader, applicant.name());
        byId.add(player);
        inOrder.put(applicant.id(), player);
        byName.put(Entry.fold(applicant.name()), player);
        for (Grant grant : rules.grants()) {
            int asset = ledger.position(grant.asset());
            ledger.grant(player.trader().wallet(), asset, grant.amount().units());
        }
        return player;
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

    /** @param appraisals what the coins of each player count as */
    List<Contestant> contestants(Function<PlayerId, List<Appraisal>> appraisals) {
        List<Contestant> all = new ArrayList<>(inOrder.size());
        for (Player player : all()) {
            Trader trader = player.trader();
            all.add(new Contestant(
                    trader.id(), player.name(), holdings(trader.wallet()), appraisals.apply(trader.id())));
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
