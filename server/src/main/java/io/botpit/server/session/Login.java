package io.botpit.server.session;

import io.botpit.dialect.Denial;
import io.botpit.dialect.Notice;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Request;
import io.botpit.game.PlayerId;
import io.botpit.server.link.CloseCode;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.ArenaLobby;
import io.botpit.server.lobby.Passwords;
import io.botpit.server.lobby.Refused;
import io.botpit.server.lobby.Registered;
import io.botpit.server.lobby.Registration;
import io.botpit.server.lobby.Tokens;
import io.botpit.server.session.Budgets.Guess;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is. Works inside the session's pump and keeps the session from reading on until that is known. Wrong
 * credentials are limited by address; the right token never is, and the right password not from an address with a clean
 * record, whatever others do.
 */
final class Login {
    private static final String TOO_MANY_PASSWORDS = "too many passwords are being checked; try again in a second";

    private final Session session;
    private final SessionWorks works;
    private final Sessions others;
    private @Nullable String version;

    Login(Session session, SessionWorks works, Sessions others) {
        this.session = session;
        this.works = works;
        this.others = others;
    }

    /** What the program on this connection says it is, whoever it logs in as from now on. */
    void introduce(String version) {
        this.version = version;
    }

    /** An owner proves to be one before anything is opened in that name. */
    void register(Request.Register wanted, Slot slot) {
        if (wanted.owner() == null) {
            register(wanted, null, slot);
        } else {
            check(wanted.owner(), slot, owner -> register(wanted, owner, slot));
        }
    }

    private void register(Request.Register wanted, @Nullable Account owner, Slot slot) {
        String password = wanted.password();
        if (password == null) {
            open(new Registration(wanted.name(), null, owner, session.position().game()), slot);
            return;
        }
        Optional<String> problem = Passwords.problem(password);
        if (problem.isPresent()) {
            deny(slot, Denial.PASSWORD_INVALID, problem.get());
            return;
        }
        hashed(
                password,
                slot,
                hash -> open(
                        new Registration(
                                wanted.name(), hash, owner, session.position().game()),
                        slot));
    }

    void byToken(String name, String token, Slot slot) {
        Optional<Account> account = works.lobby().accounts().named(name);
        if (Tokens.matches(account.map(Account::tokenHash).orElse(null), token)) {
            account.ifPresent(known -> enter(known, slot, new Reply.LoggedIn()));
        } else {
            Limit limit = others.budgets().wrongToken(session.address());
            if (limit.isHit()) {
                limited(limit, slot);
            } else {
                denyCredentials(account, slot);
            }
        }
    }

    void byPassword(Request.LoginByPassword claim, Slot slot) {
        check(claim, slot, account -> enter(account, slot, new Reply.LoggedIn()));
    }

    /** Goes on with the account if the password is right; each guess is charged before. */
    private void check(Request.LoginByPassword claim, Slot slot, Consumer<Account> then) {
        String name = claim.name();
        Guess guess = others.budgets().guess(session.address(), name);
        if (guess.limit().isHit()) {
            limited(guess.limit(), slot);
            return;
        }
        Optional<Account> account = works.lobby().accounts().named(name);
        String hash = account.map(Account::passwordHash).orElse(null);
        session.await(looked(guess, hash, claim.password()), slot, right -> {
            if (right.isPresent() && !right.get()) {
                others.budgets().wrongPassword(name);
                denyCredentials(account, slot);
                return;
            }
            others.budgets().forgive(session.address(), guess);
            account.filter(_ -> right.isPresent())
                    .ifPresentOrElse(then, () -> slot.deny(Denial.BUSY, TOO_MANY_PASSWORDS));
        });
    }

    private CompletableFuture<Optional<Boolean>> looked(Guess guess, @Nullable String hash, String password) {
        CompletableFuture<Optional<Boolean>> looked = guess.clean()
                ? works.passwords().matches(hash, password)
                : works.passwords().matchesDoubted(hash, password);
        return looked.whenComplete((_, fault) -> {
            if (fault != null) {
                // Nobody knows whether it was right: the address does not pay for what broke here.
                others.budgets().forgive(session.address(), guess);
            }
        });
    }

    /** The player's other sessions are closed: whoever held the old token is out. */
    void rotateToken(Slot slot) {
        PlayerId player = session.position().player();
        if (player == null) {
            slot.deny(Denial.NOT_LOGGED_IN, "");
            return;
        }
        session.await(works.lobby().rotateToken(player), slot, token -> {
            others.closeOthers(player, session);
            slot.fill(new Reply.TokenRotated(token));
        });
    }

    void setPassword(String password, Slot slot) {
        PlayerId player = session.position().player();
        Optional<String> problem = Passwords.problem(password);
        if (player == null || problem.isPresent()) {
            slot.deny(Denial.PASSWORD_INVALID, problem.orElse("log in first"));
            return;
        }
        hashed(
                password,
                slot,
                hash -> session.await(
                        works.lobby().changePassword(player, hash), slot, _ -> slot.fill(new Reply.PasswordSet())));
    }

    private void open(Registration wanted, Slot slot) {
        session.hold();
        works.lobby()
                .register(
                        wanted,
                        registered -> session.later(() -> {
                            session.release();
                            switch (registered) {
                                case Registered.Welcome(var account, var token) -> {
                                    introduce(account);
                                    seat(account, slot, new Reply.Registered(token));
                                    others.presence().confirm(wanted.into(), account.id());
                                }
                                case Refused(var denial, var detail) -> deny(slot, denial, detail);
                            }
                        }));
    }

    /** Who is new plays in no tournament: nothing keeps it from being what it says. */
    private void introduce(Account newcomer) {
        if (version != null) {
            var _ = works.lobby().announce(newcomer.id(), version);
        }
    }

    private void enter(Account account, Slot slot, Reply.LoggedIn reply) {
        if (version == null) {
            join(account, slot, reply);
            return;
        }
        session.await(
                works.lobby().announce(account.id(), version),
                slot,
                frozen -> frozen.ifPresentOrElse(why -> keepOut(why, slot), () -> join(account, slot, reply)));
    }

    /** What it may not be is forgotten: the next login of this connection may say nothing, as it is told. */
    private void keepOut(Refused why, Slot slot) {
        version = null;
        deny(slot, why.denial(), why.detail());
    }

    private void join(Account account, Slot slot, Reply.LoggedIn reply) {
        session.enter(account, session.position().game(), _ -> {
            seat(account, slot, reply);
            works.dialect().feed(new Notice.LoggedIn(account.name())).ifPresent(others::notice);
        });
    }

    private void seat(Account account, Slot slot, Reply reply) {
        if (session.isGone()) {
            return;
        }
        session.move(session.position().as(account));
        if (isOutdated(account)) {
            session.goodbye(CloseCode.POLICY, ArenaLobby.TOKEN_REVOKED);
        } else {
            slot.fill(reply);
            // The default game may have changed in the meantime.
            session.follow();
        }
    }

    /** Whether the token changed since it was checked: whoever closed the player's sessions did not see this one. */
    private boolean isOutdated(Account account) {
        return works.lobby()
                .accounts()
                .named(account.name())
                .filter(now -> Objects.equals(now.tokenHash(), account.tokenHash()))
                .isEmpty();
    }

    private void hashed(String password, Slot slot, Consumer<String> then) {
        session.await(
                works.passwords().hash(password),
                slot,
                hash -> hash.ifPresentOrElse(then, () -> slot.deny(Denial.BUSY, TOO_MANY_PASSWORDS)));
    }

    private void denyCredentials(Optional<Account> account, Slot slot) {
        if (account.isEmpty()) {
            deny(slot, Denial.UNKNOWN_NAME, "");
        } else {
            deny(slot, Denial.WRONG_CREDENTIALS, "");
        }
    }

    private void limited(Limit limit, Slot slot) {
        deny(slot, Denial.RATE_LIMITED, limit.words());
    }

    private void deny(Slot slot, Denial denial, String detail) {
        session.refuse(slot, new Reply.Denied(denial, detail));
    }
}
