package io.botpit.server.lobby;

import io.botpit.dialect.Denial;
import io.botpit.game.rules.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether somebody may open an account and come into a game with it. Lobby's thread only. */
record Vetting(Intake intake, Accounts accounts) {
    Optional<Refused> obstacle(Registration wanted) {
        Optional<Refused> shut = intake.obstacle().map(why -> new Refused(Denial.UNAVAILABLE, why));
        if (shut.isPresent()) {
            return shut;
        }
        Optional<Refused> wrongName = PlayerNames.problem(wanted.name());
        return wrongName.or(() -> wrongOwner(wanted.owner())).or(() -> noRoom(wanted));
    }

    private Optional<Refused> wrongOwner(@Nullable Account owner) {
        if (owner == null) {
            return Optional.empty();
        }
        if (!owner.isItsOwn() || owner.house()) {
            return Optional.of(new Refused(
                    Denial.OWNER_INVALID, "owner has an owner itself: name that account, with its password"));
        }
        if (accounts.ownedBy(owner.id()) >= Registration.BOTS_PER_OWNER_MAX) {
            return Optional.of(new Refused(
                    Denial.OWNER_BOTS_MAX,
                    "limit bots_per_owner_max=" + Registration.BOTS_PER_OWNER_MAX
                            + ", the owner's own account among them: use one of those"));
        }
        return Optional.empty();
    }

    private Optional<Refused> noRoom(Registration wanted) {
        if (accounts.named(wanted.name()).isPresent()) {
            return Optional.of(new Refused(Denial.NAME_TAKEN, "username is taken; log in, or choose another"));
        }
        OpenGame game = wanted.into();
        Entry entry = game.rules().entry();
        if (!entry.admits(wanted.name())) {
            return Optional.of(new Refused(Denial.NOT_WHITELISTED, "username is not on the list of this game"));
        }
        if (game.isFull()) {
            return Optional.of(new Refused(Denial.PLAYERS_FULL, String.valueOf(entry.playersMax())));
        }
        return Optional.empty();
    }
}
