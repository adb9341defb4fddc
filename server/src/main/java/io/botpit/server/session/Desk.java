package io.botpit.server.session;

import io.botpit.dialect.AdminVerb;
import io.botpit.dialect.Denial;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Request;
import io.botpit.game.Answer;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.Committed;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.Intent;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.RefereeAct;
import io.botpit.server.lobby.Account;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.loop.Outcome;
import io.botpit.server.loop.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does what a session asks for. Works inside the session's pump; what takes time fills the slot later. */
final class Desk {
    private final Session session;
    private final SessionWorks works;
    private final Login login;
    private final Following following;

    Desk(Session session, SessionWorks works, Sessions others) {
        this.session = session;
        this.works = works;
        this.login = new Login(session, works, others);
        this.following = new Following(session);
    }

    void serve(Request request, Slot slot) {
        switch (request) {
            case Request.Hello() -> slot.fill(welcome());
            case Request.Ping() ->
                slot.fill(new Reply.Pong(session.position().game().loop().now()));
            case Request.ListGames() -> slot.fill(new Reply.Games(works.lobby().games()));
            case Request.Register wanted -> login.register(wanted, slot);
            case Request.LoginByToken(var name, var token) -> login.byToken(name, token, slot);
            case Request.LoginByPassword claim -> login.byPassword(claim, slot);
            case Request.Introduced(var who, var version) -> {
                login.introduce(version);
                serve(who, slot);
            }
            case Request.RotateToken() -> login.rotateToken(slot);
            case Request.SetPassword(var password) -> login.setPassword(password, slot);
            case Request.Act(var intent) -> act(intent, slot);
            case Request.Ask(var query) -> ask(query, slot);
            case Request.Admin(var verb, var secret) -> admin(verb, secret, slot);
            case Request.Join(var game) -> join(game, slot);
            case Request.Subscribe(var channels) -> following.subscribe(channels, slot);
            case Request.Unsubscribe(var channels) -> following.unsubscribe(channels, slot);
            case Request.Resume(var after, var channels) -> following.resume(after, channels, slot);
            case Request.CancelOnDisconnect(var on) -> {
                session.cancelOnDisconnect(on);
                slot.fill(new Reply.CancelOnDisconnectSet(on));
            }
        }
    }

    void unsubscribeAll() {
        following.end();
    }

    private Reply welcome() {
        OpenGame game = session.position().game();
        return new Reply.Welcome(
                game.summary(game.equals(works.lobby().currentGame())),
                game.loop().now());
    }

    private void act(Intent intent, Slot slot) {
        PlayerId player = session.position().player();
        if (player == null) {
            slot.deny(Denial.NOT_LOGGED_IN, "");
            return;
        }
        Optional<String> obstacle = works.lobby().intake().obstacle();
        if (obstacle.isPresent() && asksForMore(intent)) {
            slot.deny(Denial.UNAVAILABLE, obstacle.get());
            return;
        }
        boolean taken = session.position()
                .game()
                .loop()
                .submit(new PlayerCommand(player, intent), outcome -> slot.fill(acted(outcome)));
        if (!taken) {
            busy(slot);
        }
    }

    /** The rest only takes back, and must be possible as long as anything can be stored. */
    private static boolean asksForMore(Intent intent) {
        return switch (intent) {
            case Intent.PlaceOrder _, Intent.Say _ -> true;
            case Intent.CancelOrder _, Intent.CancelAll _, Intent.CancelAfter _, Intent.AmendOrder _ -> false;
        };
    }

    private void ask(Query query, Slot slot) {
        boolean taken = session.position().game().loop().ask(List.of(query), outcome -> slot.fill(answered(outcome)));
        if (!taken) {
            busy(slot);
        }
    }

    private void join(GameId id, Slot slot) {
        Optional<OpenGame> found = works.lobby().find(id);
        Account account = session.position().account();
        if (found.isEmpty() || account == null) {
            slot.deny(Denial.UNKNOWN_GAME, "");
            return;
        }
        OpenGame game = found.get();
        session.enter(account, game, obstacle -> {
            if (session.isGone()) {
                return;
            }
            if (obstacle.isEmpty() || game.isOver()) {
                session.move(session.position().in(game, true));
                slot.fill(new Reply.Joined(id));
            } else {
                slot.deny(obstacle.get().denial(), obstacle.get().detail());
            }
        });
    }

    private void admin(AdminVerb verb, @Nullable String secret, Slot slot) {
        if (secret == null) {
            slot.deny(Denial.ADMIN_SECRET_REQUIRED, "");
            return;
        }
        session.await(works.admin().knock(secret, session.address()), slot, entry -> {
            switch (entry) {
                case AdminDoor.Granted _ -> direct(verb, slot);
                case AdminDoor.Wrong _ -> slot.deny(Denial.ADMIN_SECRET_WRONG, "");
                case AdminDoor.Limited(var millis) ->
                    slot.deny(Denial.RATE_LIMITED, "limit admin_tries_per_minute, retry_after_ms=" + millis);
            }
        });
    }

    private void direct(AdminVerb verb, Slot slot) {
        String by = "admin " + session.address();
        switch (verb) {
            case START -> direct(by, new RefereeAct.Start(), slot);
            case PAUSE -> direct(by, new RefereeAct.Pause(), slot);
            case SHUTDOWN ->
                session.await(
                        works.lobby().recordShutdown(by),
                        slot,
                        _ -> slot.fill(new Reply.AdminDone(), works.shutdown()));
        }
    }

    private void direct(String by, RefereeAct act, Slot slot) {
        works.lobby()
                .act(session.position().game().id(), by, act)
                .ifPresentOrElse(
                        done -> session.await(done, slot, outcome -> slot.fill(directed(outcome))),
                        () -> slot.deny(Denial.UNKNOWN_GAME, ""));
    }

    private static Reply directed(Outcome<Committed> outcome) {
        return switch (outcome) {
            case Outcome.Broken<Committed>() -> internal();
            case Outcome.Done<Committed>(var committed) ->
                committed.events().stream()
                        .filter(Event.Overruled.class::isInstance)
                        .map(Event.Overruled.class::cast)
                        .findFirst()
                        .map(overruled ->
                                (Reply) new Reply.Answered(new Answer.Refused(overruled.reason(), overruled.detail())))
                        .orElse(new Reply.AdminDone());
        };
    }

    private static Reply acted(Outcome<Committed> outcome) {
        return switch (outcome) {
            case Outcome.Done<Committed>(var committed) ->
                new Reply.Acted(committed.command().sequence(), committed.events());
            case Outcome.Broken<Committed>() -> internal();
        };
    }

    private static Reply answered(Outcome<Reading> outcome) {
        return switch (outcome) {
            case Outcome.Done<Reading>(var reading) ->
                new Reply.Answered(reading.answers().getFirst());
            case Outcome.Broken<Reading>() -> internal();
        };
    }

    static Reply internal() {
        return new Reply.Denied(Denial.INTERNAL, "the game stands still");
    }

    private static void busy(Slot slot) {
        slot.deny(Denial.BUSY, "the game has too many commands waiting");
    }
}
