package io.botpit.server.http;

import io.botpit.game.tournament.TournamentId;
import io.botpit.protocol.rest.BoutList;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.protocol.rest.TournamentAct;
import io.botpit.protocol.rest.TournamentActed;
import io.botpit.protocol.rest.TournamentExport;
import io.botpit.protocol.rest.TournamentStandings;
import io.botpit.server.tournament.TournamentActs;
import io.botpit.server.tournament.TournamentDoor;
import io.botpit.server.tournament.TournamentReads;
import io.botpit.server.tournament.Verdict;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tournaments over REST: what anybody may see, and what the admin may do. Any thread. */
final class TournamentApi {
    private static final String READS = RestApi.BASE + "/tournaments";
    private static final String ACTS = AdminApi.BASE + "/tournaments";
    private static final int REASON_CHARS_MAX = 256;

    private final AdminGuard guard;
    private final TournamentActs acts;
    private final TournamentReads reads;
    private final TournamentOpening opening;

    TournamentApi(AdminGuard guard, TournamentDoor door, TournamentOpening opening) {
        this.guard = guard;
        this.acts = door.acts();
        this.reads = door.reads();
        this.opening = opening;
    }

    void addTo(RoutesConfig routes) {
        routes.get(READS, context -> {
            ArenaReads.Part part = Asked.part(context);
            var list = AdminApi.await(reads.list(part.after(), part.limit()));
            RestApi.list(context, list, list.tournaments());
        });
        routes.get(READS + "/{id}", context -> {
            Asked.plain(context);
            RestApi.json(context, found(reads.detail(id(context))));
        });
        routes.get(READS + "/{id}/standings", context -> {
            Asked.plain(context);
            TournamentStandings table = found(reads.standings(id(context)));
            RestApi.list(context, table, table.standings());
        });
        routes.get(READS + "/{id}/bouts", context -> {
            Asked.plain(context);
            BoutList bouts = found(reads.bouts(id(context)));
            RestApi.list(context, bouts, bouts.bySeat());
        });
        routes.get(READS + "/{id}/export", context -> {
            Asked.plain(context);
            TournamentExport export = found(reads.export(id(context))).orElseThrow(TournamentApi::goesOn);
            RestApi.list(context, export, TournamentExport.rows(export.facts()));
        });
        addActsTo(routes);
    }

    private void addActsTo(RoutesConfig routes) {
        routes.post(ACTS, context -> {
            TournamentId id = AdminApi.await(
                    acts.create(guard.who(context), opening.wanted(AdminApi.read(context, RestCodec::tournament))));
            context.status(201);
            context.header("Location", READS + "/" + id);
            RestApi.json(context, new TournamentActed("create", id.toString()));
        });
        routes.post(ACTS + "/{id}/start", context -> {
            body(context);
            answer(context, "start", acts.start(guard.who(context), id(context)));
        });
        routes.post(ACTS + "/{id}/cancel", context -> {
            String reason = body(context).reason();
            String why = reason == null ? "by the admin" : text("reason", reason, REASON_CHARS_MAX);
            answer(context, "cancel", acts.cancel(guard.who(context), id(context), why));
        });
        routes.post(ACTS + "/{id}/withdraw", context -> {
            String player = player(context);
            answer(context, "withdraw", acts.withdraw(guard.who(context), id(context), player));
        });
        routes.post(ACTS + "/{id}/enter", context -> {
            String player = player(context);
            answer(context, "enter", acts.enter(guard.who(context), id(context), player));
        });
    }

    private static void answer(Context context, String act, CompletableFuture<Verdict> verdict) {
        switch (AdminApi.await(verdict)) {
            case Verdict.Done() ->
                RestApi.json(context, new TournamentActed(act, id(context).toString()));
            case Verdict.Refused(var why) -> throw new Problem(409, "tournament_refused", why);
            case Verdict.Unknown() -> throw unknown();
        }
    }

    private static TournamentId id(Context context) {
        try {
            return TournamentId.parse(context.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static <T> T found(CompletableFuture<Optional<T>> answer) {
        return AdminApi.await(answer).orElseThrow(TournamentApi::unknown);
    }

    private static TournamentAct body(Context context) {
        return AdminApi.read(context, RestCodec::tournamentAct);
    }

    private static String player(Context context) {
        return text("player", body(context).player(), Asked.TEXT_CHARS_MAX);
    }

    private static String text(String field, @Nullable String text, int charsMax) {
        if (text == null || text.isBlank() || text.length() > charsMax) {
            throw Problem.invalid(field, "must have 1 to " + charsMax + " characters");
        }
        return text;
    }

    private static Problem unknown() {
        return Problem.notFound("no such tournament");
    }

    private static Problem goesOn() {
        return new Problem(409, "tournament_goes_on", "the facts have the seed; ask again when the tournament is over");
    }
}
