package io.botpit.simulation.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page, whatever it shows. */
@Tag("browser")
class EveryPageTest {
    private static final int STOPS_MAX = 300;
    private static final int GLANCES = 20;
    private static final int BETWEEN_GLANCES_MILLIS = 100;
    private static final double FIRST_PAINT_MILLIS = 1_000;
    private static final double INTERACTIVE_MILLIS = 2_000;
    private static final double BYTES_MAX = 250_000;
    private static final int TRIES = 3;

    @RegisterExtension
    static final Site SITE = new Site();

    static Stream<Arguments> sightsAndLooks() {
        return Stream.of(Sight.values()).flatMap(sight -> Look.all().stream().map(look -> arguments(sight, look)));
    }

    @ParameterizedTest
    @MethodSource("sightsAndLooks")
    void textStandsOutAndNothingHangsOverTheEdge(Sight sight, Look look) {
        try (Visit visit = SITE.visit(look)) {
            sight.openIn(visit);

            visit.picture(sight.toString());
            visit.assertFit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyControlIsReachedByTabAndSaysThatItIs(Sight sight) {
        try (Visit visit = SITE.visit(Look.desk())) {
            Page page = sight.openIn(visit);

            List<String> unmarked = new ArrayList<>();
            boolean isSecondLap = false;
            for (int stop = 0; stop < STOPS_MAX; stop++) {
                page.keyboard().press("Tab");
                String seen = String.valueOf(visit.call("reach"));
                if (seen.isEmpty()) {
                    // A page may have begun in its middle.
                    if (isSecondLap || ((List<?>) visit.call("unreached")).isEmpty()) {
                        break;
                    }
                    isSecondLap = true;
                    continue;
                }
                if (!seen.equals("fine")) {
                    unmarked.add(seen);
                }
            }

            assertThat((List<?>) visit.call("unreached")).as("never reached").isEmpty();
            assertThat(unmarked).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingMovesForThoseWhoAskedForStillness(Sight sight) {
        try (Visit visit = SITE.visit(Look.desk().asStill())) {
            Page page = sight.openIn(visit);

            for (int glance = 0; glance < GLANCES; glance++) {
                assertThat((List<?>) visit.call("moving")).isEmpty();
                page.waitForTimeout(BETWEEN_GLANCES_MILLIS);
            }
        }
    }

    /** The best of a few tries: other tests have the processor as well. */
    @ParameterizedTest
    @EnumSource
    void aPageIsSeenInOneSecondAndUsedInTwo(Sight sight) {
        List<Map<?, ?>> tries = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            try (Visit visit = SITE.visit(Look.desk())) {
                sight.openIn(visit);
                tries.add((Map<?, ?>) visit.call("first-sight"));
            }
        }

        assertThat(tries).as("first paint").anyMatch(each -> number(each, "paint") < FIRST_PAINT_MILLIS);
        assertThat(tries).as("interactive").anyMatch(each -> number(each, "interactive") < INTERACTIVE_MILLIS);
        assertThat(tries).as("transferred").allMatch(each -> number(each, "bytes") < BYTES_MAX);
    }

    private static double number(Map<?, ?> tried, String name) {
        return ((Number) Objects.requireNonNull(tried.get(name))).doubleValue();
    }
}
