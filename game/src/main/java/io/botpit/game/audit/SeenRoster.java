package io.botpit.game.audit;

import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who plays and who is connected, as the events tell of it. */
final class SeenRoster {
    private final Entry entry;
    private final Map<PlayerId, String> names = new TreeMap<>();
    private final Set<String> folded = new LinkedHashSet<>();
    private final Map<PlayerId, PlayerId> owners = new TreeMap<>();
    private final Set<String> present = new LinkedHashSet<>();
    private int guests;

    SeenRoster(GameRules rules) {
        entry = rules.entry();
    }

    Collection<PlayerId> players() {
        return names.keySet();
    }

    boolean knows(PlayerId player) {
        return names.containsKey(player);
    }

    String name(PlayerId player) {
        return names.getOrDefault(player, "");
    }

    /** Who stands behind a player; he himself unless somebody else does. */
    PlayerId owner(PlayerId player) {
        return owners.getOrDefault(player, player);
    }

    /** Whether the same stands behind both. */
    boolean same(PlayerId one, PlayerId other) {
        return owner(one).equals(owner(other));
    }

    /** The house's own players stand beside the list and the limit. */
    void admitted(Event.Admitted event, Command cause, GamePhase phase) {
        String name = Entry.fold(event.name());
        Must.hold(names.put(event.player(), event.name()) == null, "rule 39: admitted twice", event);
        Must.hold(folded.add(name), "rule 39: two of one name", event);
        if (phase != GamePhase.LOBBY) {
            present.add(name);
        }
        if (!(cause instanceof Command.RefereeCommand(var _, RefereeAct.AdmitHouse _))) {
            boolean listed = entry.whitelist().isEmpty()
                    || entry.whitelist().stream().map(Entry::fold).anyMatch(name::equals);
            Must.hold(listed, "rule 39: not on the whitelist", event);
            guests++;
            PlayerId owner = ownerOf(event.player(), cause);
            boolean alone = !owners.containsValue(owner);
            Must.hold(alone || !entry.rated(), "rule 39: two players of one owner in a rated game", event);
            owners.put(event.player(), owner);
            Must.hold(entry.playersMax() == 0 || guests <= entry.playersMax(), "rule 39: too many players", event);
        }
    }

    private static PlayerId ownerOf(PlayerId player, Command cause) {
        return cause instanceof Command.RefereeCommand(var _, RefereeAct.Admit admission) ? admission.owner() : player;
    }

    void arrived(Event.Arrived event, Command cause) {
        boolean told = cause instanceof Command.RefereeCommand(var _, RefereeAct.Arrive(var player))
                && player.equals(event.player());
        Must.hold(told, "rule 48: an arrival that nobody recorded", event);
        Must.hold(knows(event.player()), "rule 39: a stranger is connected", event);
        Must.hold(present.add(folded(event.player())), "rule 48: connected already", event);
    }

    void left(Event.Left event, Command cause) {
        boolean told = cause instanceof Command.RefereeCommand(var _, var act)
                && (act.equals(new RefereeAct.Leave(event.player(), event.elsewhere()))
                        || act instanceof RefereeAct.Recover);
        Must.hold(told, "rule 48: a departure that nobody recorded", event);
        Must.hold(present.remove(folded(event.player())), "rule 48: gone already", event);
    }

    /** After all that came of a command in a game that goes on. */
    void check(Command command) {
        if (command instanceof Command.RefereeCommand(var _, RefereeAct.Arrive(var player))) {
            Must.hold(!knows(player) || isPresent(player), "rule 48: an arrival without effect", player);
        }
        if (command instanceof Command.RefereeCommand(var _, RefereeAct.Leave(var player, var _))) {
            Must.hold(!knows(player) || !isPresent(player), "rule 48: a departure without effect", player);
        }
    }

    private boolean isPresent(PlayerId player) {
        return present.contains(folded(player));
    }

    private String folded(PlayerId player) {
        return Entry.fold(name(player));
    }

    /** A game that waits is started by its last listed player or by the referee. */
    void checkStart(Command cause) {
        boolean byReferee = cause instanceof Command.RefereeCommand(var _, RefereeAct.Start _);
        boolean complete = entry.whitelist().stream().map(Entry::fold).allMatch(present::contains);
        Must.hold(byReferee || complete, "rule 38: the game starts without all listed players", present);
    }
}
