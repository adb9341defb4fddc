package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.server.config.ServerConfig;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The written contract and the routes are the same. */
final class ContractTest {
    @Test
    void everyRouteIsInTheContractAndNothingElse() {
        List<String> written = new ArrayList<>();
        JsonNode paths = new YAMLMapper().readTree(HealthApi.contract()).path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> written.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(routes()).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everyReferenceInTheContractLeadsSomewhere() {
        JsonNode contract = new YAMLMapper().readTree(HealthApi.contract());

        assertThat(contract.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                contract.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static List<String> routes() {
        ServerConfig config = ServerConfig.read(Map.of(), Map.of(), Optional.empty());
        try (Pit pit = Pit.open()) {
            Javalin app = Javalin.create(settings -> {
                settings.startup.showJavalinBanner = false;
                settings.startup.startupWatcherEnabled = false;
                ArenaHttp.addRoutes(settings.routes, config, pit.doors());
            });
            return app.unsafe.internalRouter.allHttpHandlers().stream()
                    .map(parsed -> parsed.endpoint)
                    .filter(endpoint ->
                            Set.of(HandlerType.GET, HandlerType.POST).contains(endpoint.method))
                    .filter(endpoint -> !endpoint.path.endsWith("*"))
                    .map(ContractTest::line)
                    .toList();
        }
    }

    private static String line(Endpoint endpoint) {
        return endpoint.method.name() + " " + endpoint.path;
    }
}
