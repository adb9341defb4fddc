package io.botpit.bots.exchange;

import io.botpit.bots.Arena;
import io.botpit.protocol.Json;
import io.botpit.protocol.PageRecord;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Commands of the arena as futures of values, which fail with {@link ExchangeException}. Any thread. */
record ArenaCalls(Arena arena) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    <T> CompletableFuture<T> ask(RequestFrame request, Function<Json, T> value) {
        return ExchangeException.translated(reply(request).thenApply(reply -> value.apply(reply.data())));
    }

    CompletableFuture<Void> done(RequestFrame request) {
        return ExchangeException.translated(reply(request).thenAccept(_ -> {}));
    }

    /** All pages of a list, oldest entries first. */
    <T> CompletableFuture<List<T>> pages(
            RequestFrame request, Function<Json, List<Json>> items, Function<Json, T> item) {
        RequestFrame all = request.with("limit", Json.number(PageRecord.LIMIT_MAX));
        return ExchangeException.translated(
                rest(all, "", items).thenApply(found -> found.stream().map(item).toList()));
    }

    private CompletableFuture<List<Json>> rest(RequestFrame request, String after, Function<Json, List<Json>> items) {
        return reply(request.with("after", after)).thenCompose(reply -> {
            List<Json> found = new ArrayList<>(items.apply(reply.data()));
            PageRecord page = reply.extras().page();
            if (page == null || page.newer() == 0 || page.last() == null) {
                return CompletableFuture.completedFuture(found);
            }
            return rest(request, page.last(), items).thenApply(more -> {
                found.addAll(more);
                return found;
            });
        });
    }

    private CompletableFuture<ReplyFrame> reply(RequestFrame request) {
        return arena.ask(request, LIMIT).thenApply(reply -> {
            if (!reply.status()) {
                String code = String.valueOf(reply.code());
                throw new ExchangeException(
                        code, reply.message(), reply.extras().detail());
            }
            return reply;
        });
    }

    static List<Json> items(Json data) {
        return data instanceof Json.ArrayValue(var items) ? items : List.of();
    }

    /** Of the answer to {@code orders}: the limit orders. */
    static List<Json> resting(Json data) {
        Json maker = data instanceof Json.ObjectValue lists ? lists.get("maker") : null;
        return maker == null ? List.of() : items(maker);
    }

    static BigDecimal decimal(Json data) {
        if (data instanceof Json.TextValue(var digits)) {
            return new BigDecimal(digits);
        }
        throw new IllegalArgumentException("not a decimal: " + data);
    }
}
