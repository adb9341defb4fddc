package io.botpit.server.lobby;

import io.botpit.game.PlayerId;
import io.botpit.game.rules.Entry;
import io.botpit.server.feed.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All accounts, in memory. The lobby's thread writes, any thread reads. */
public final class Accounts implements Names {
    private final Map<String, Account> byName = new ConcurrentHashMap<>();
    private final Map<PlayerId, Account> byId = new ConcurrentHashMap<>();

    @Override
    public String of(PlayerId player) {
        Account account = byId.get(player);
        return account == null ? "?" : account.name();
    }

    @Override
    public boolean isHouse(PlayerId player) {
        Account account = byId.get(player);
        return account != null && account.house();
    }

    /** The account of a name, whatever its case. */
    public Optional<Account> named(String name) {
        return Optional.ofNullable(byName.get(Entry.fold(name)));
    }

    List<Account> behind(long number, int limit) {
        return byId.values().stream()
                .filter(account -> account.id().number() > number)
                .sorted(Comparator.comparing(Account::id))
                .limit(limit)
                .toList();
    }

    /** How many accounts have an owner. */
    long ownedBy(PlayerId owner) {
        return byId.values().stream()
                .filter(account -> account.owner().equals(owner))
                .count();
    }

    /** The account behind a player: another's, or its own. */
    public PlayerId ownerOf(PlayerId player) {
        return get(player).owner();
    }

    /** Those of users, in the order of registration. */
    public List<Account> users() {
        return byId.values().stream()
                .filter(account -> !account.house())
                .sorted(Comparator.comparing(Account::id))
                .toList();
    }

    void put(Account account) {
        byId.put(account.id(), account);
        byName.put(Entry.fold(account.name()), account);
    }

    Account get(PlayerId player) {
        Account account = byId.get(player);
        if (account == null) {
            throw new IllegalStateException("no account of player " + player.number());
        }
        return account;
    }
}
