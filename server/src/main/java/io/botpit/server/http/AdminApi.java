package io.botpit.server.http;

import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Standing;
import io.botpit.protocol.Word;
import io.botpit.protocol.rest.AccountPage;
import io.botpit.protocol.rest.ActBody;
import io.botpit.protocol.rest.ActRequest;
import io.botpit.protocol.rest.AuditPage;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.server.lobby.Lobby;
import io.botpit.server.loop.Outcome;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The acting half of the REST interface: what the referee may do, and what he did. Every act goes through the lobby, which records who
 * did it and from where. Any thread; waits until the act is in the journal.
 */
final class AdminApi {
    static final String BASE = "/api/v1/admin";
    static final Set<String> GAME_ACTS =
            Set.of("start", "pause", "resume", "end", "void", "freeze", "cancel", "mode", "announce");

    private static final int ANSWER_SECONDS_MAX = 10;
    private static final int TEXT_CHARS_MAX = 1_024;

    private final AdminGuard guard;
    private final Lobby lobby;
    private final GameOpening opening;
    private final Runnable shutdown;

    AdminApi(AdminGuard guard, Lobby lobby, GameOpening opening, Runnable shutdown) {
        this.guard = guard;
        this.lobby = lobby;
        this.opening = opening;
        this.shutdown = shutdown;
    }

    void addTo(RoutesConfig routes) {
        routes.before(BASE + "/*", guard::check);
        for (String act : GAME_ACTS) {
            routes.post(BASE + "/games/{id}/" + act, context -> {
                GameId game = Asked.game(context);
                answer(context, act, game, act(game, guard.who(context), meant(act, game, body(context))));
            });
        }
        routes.post(BASE + "/announce", this::announce);
        routes.post(BASE + "/games", this::open);
        routes.post(BASE + "/players/{name}/revoke", this::revoke);
        routes.post(BASE + "/players/{name}/kick", this::kick);
        routes.post(BASE + "/shutdown", this::shutDown);
        routes.get(BASE + "/audit", context -> {
            ArenaReads.Part part = Asked.part(context);
            AuditPage page = AuditList.page(await(lobby.acts(part.after(), part.limit())), part.after());
            RestApi.list(context, page, page.audit());
        });
        routes.get(BASE + "/accounts", context -> {
            ArenaReads.Part part = Asked.part(context);
            AccountPage page = accounts(part);
            RestApi.list(context, page, page.accounts());
        });
        routes.get(BASE + "/*", context -> {
            context.header("Allow", "POST");
            throw new Problem(405, "method_not_allowed", "acts are POSTed");
        });
    }

    private AccountPage accounts(ArenaReads.Part part) {
        List<AccountPage.AccountRow> rows = lobby.accounts(part.after(), part.limit()).stream()
                .map(account -> new AccountPage.AccountRow(
                        account.id().number(), account.name(), lobby.nameOf(account.owner()), account.house()))
                .toList();
        return new AccountPage(
                rows, rows.isEmpty() ? part.after() : rows.getLast().id());
    }

    private RefereeAct meant(String act, GameId game, ActRequest body) {
        return switch (act) {
            case "start" -> new RefereeAct.Start();
            case "pause" -> new RefereeAct.Pause();
            case "resume" -> new RefereeAct.Resume();
            case "end" -> new RefereeAct.End(EndCause.REFEREE);
            case "void" ->
                new RefereeAct.Annul(body.reason() == null ? "by the referee" : text("reason", body.reason()));
            case "announce" -> new RefereeAct.Announce(text("text", body.text()));
            case "freeze" -> new RefereeAct.Freeze(player(game, body.player()), !Boolean.FALSE.equals(body.frozen()));
            case "cancel" -> new RefereeAct.CancelOrders(player(game, body.player()));
            case "mode" -> new RefereeAct.SetMode(mode(body.mode()), Boolean.TRUE.equals(body.cancelOrders()));
            default -> throw new IllegalStateException("no such act: " + act);
        };
    }

    /** To everybody: in all games that are not over. */
    private void announce(Context context) {
        await(lobby.announce(guard.who(context), text("text", body(context).text())));
        RestApi.json(context, new ActBody("announce", null, null));
    }

    private void open(Context context) {
        GameId game = await(lobby.open(guard.who(context), opening.wanted(read(context, RestCodec::opening))))
                .orElseThrow(AdminApi::full);
        context.status(201);
        context.header("Location", "/api/v1/games/" + game);
        RestApi.json(context, new ActBody("open", game.text(), null));
    }

    private static Problem full() {
        return new Problem(
                409, "games_open_max", "limit games_open_max=" + Lobby.GAMES_OPEN_MAX + ": end or void a game first");
    }

    private void revoke(Context context) {
        await(lobby.revoke(guard.who(context), context.pathParam("name")).orElseThrow(AdminApi::nobody));
        RestApi.json(context, new ActBody("revoke", null, null));
    }

    private void kick(Context context) {
        await(lobby.kick(guard.who(context), context.pathParam("name")).orElseThrow(AdminApi::nobody));
        RestApi.json(context, new ActBody("kick", null, null));
    }

    private static Problem nobody() {
        return new Problem(404, "unknown_player", "name: no account has this name; /api/v1/bots lists all names");
    }

    /** The answer goes out before the sockets are closed. */
    private void shutDown(Context context) {
        await(lobby.recordShutdown(guard.who(context)));
        RestApi.json(context, new ActBody("shutdown", null, null));
        shutdown.run();
    }

    private Committed act(GameId game, String who, RefereeAct act) {
        Outcome<Committed> outcome =
                await(lobby.act(game, who, act).orElseThrow(() -> Problem.notFound("no such game")));
        return switch (outcome) {
            case Outcome.Done<Committed>(Committed done) -> done;
            case Outcome.Broken<Committed> _ -> throw new Problem(503, "game_broken", "the game stands still");
        };
    }

    private static void answer(Context context, String act, GameId game, Committed done) {
        for (Event event : done.events()) {
            if (event instanceof Event.Overruled(var reason, String detail)) {
                throw new Problem(409, reason.code(), detail);
            }
        }
        RestApi.json(context, new ActBody(act, game.text(), done.command().sequence()));
    }

    private PlayerId player(GameId game, @Nullable String name) {
        String wanted = text("player", name);
        return lobby.view(game).orElseThrow(() -> Problem.notFound("no such game")).standings().stream()
                .filter(row -> row.name().equalsIgnoreCase(wanted))
                .map(Standing::player)
                .findFirst()
                .orElseThrow(() -> new Problem(404, "unknown_player", "player: nobody of that name is in the game"));
    }

    private static GameMode mode(@Nullable String word) {
        return Arrays.stream(GameMode.values())
                .filter(mode -> Word.of(mode).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("mode", "must be full, cancel_only or view_only"));
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > TEXT_CHARS_MAX) {
            throw Problem.invalid(field, "must have 1 to " + TEXT_CHARS_MAX + " characters");
        }
        return text;
    }

    private static ActRequest body(Context context) {
        return read(context, RestCodec::act);
    }

    static <T> T read(Context context, Function<String, T> reading) {
        String text = context.body();
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (!text.isBlank() && !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Problem(415, "unsupported_media_type", "the body must be application/json");
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "invalid_body", String.valueOf(e.getMessage()));
        }
    }

    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw new Problem(400, "invalid_rules", String.valueOf(wrong.getMessage()));
            }
            throw new Problem(503, "no_answer", "no answer in time; look whether it happened");
        }
    }
}
