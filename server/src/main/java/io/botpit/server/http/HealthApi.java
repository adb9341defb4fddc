package io.botpit.server.http;

import io.botpit.protocol.rest.HealthBody;
import io.botpit.protocol.rest.RestCodec;
import io.botpit.server.meter.Meters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;

/** What machines ask about the server: whether it lives, whether it is ready, its numbers, its contract. */
final class HealthApi {
    private static final String CONTRACT = "/io/botpit/server/http/openapi.yaml";

    private final Meters meters;
    private final Supplier<Map<String, String>> checks;
    private final String durability;

    /** @param checks by name: {@code ok} or what is wrong */
    HealthApi(Meters meters, Supplier<Map<String, String>> checks, String durability) {
        this.meters = meters;
        this.checks = checks;
        this.durability = durability;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> answer(context, Map.of("process", "ok")));
        routes.get("/health/ready", context -> answer(context, checks.get()));
        routes.get("/metrics", context -> {
            context.contentType("text/plain; version=0.0.4; charset=utf-8");
            context.result(meters.scrape());
        });
        routes.get("/api/v1/openapi.yaml", context -> {
            context.contentType("application/yaml");
            byte[] contract = contract();
            Tags.answer(context, contract, Tags.of(contract));
        });
    }

    static byte[] contract() {
        try (InputStream in = HealthApi.class.getResourceAsStream(CONTRACT)) {
            if (in == null) {
                throw new IllegalStateException(CONTRACT + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Context context, Map<String, String> results) {
        boolean up = results.values().stream().allMatch("ok"::equals);
        context.status(up ? 200 : 503);
        context.header("Cache-Control", "no-store");
        context.contentType("application/json");
        context.result(RestCodec.json(new HealthBody(up ? "up" : "down", durability, results)));
    }
}
