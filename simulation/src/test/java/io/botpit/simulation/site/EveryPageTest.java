package io.botpit.simulation.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds on every page, whatever it shows. How soon it is seen is for {@code ./botpit bench site} to say, which has
 * the processor for itself.
 */
@Tag("browser")
class EveryPageTest {
    private static final int STOPS_MAX = 300;
    private static final int GLANCES = 8;
    private static final int BETWEEN_GLANCES_MILLIS = 100;
    private static final double BYTES_MAX = 250_000;
    /** Up to here a visit is good (web.dev, Cumulative Layout Shift). */
    private static final double SHIFT_MAX = 0.1;

    @RegisterExtension
    static final Site SITE = Site.shared();

    static Stream<Arguments> sightsAndLooks() {
        return Stream.of(Sight.values()).flatMap(sight -> Look.all().stream().map(look -> arguments(sight, look)));
    }

    @ParameterizedTest
    @MethodSource("sightsAndLooks")
    void aPageIsLightTextStandsOutAndNothingHangsOverTheEdge(Sight sight, Look look) {
        try (Visit visit = SITE.visit(look)) {
            Page page = sight.openIn(visit);

            assertThat(page).hasTitle(Pattern.compile(".+ \u00b7 Botpit"));
            assertThat(page.locator("link[rel=icon]")).hasAttribute("href", Pattern.compile("(\\.\\./)*favicon\\.svg"));
            assertThat(((Number) visit.call("transferred")).doubleValue()).isBetween(1.0, BYTES_MAX);
            Map<?, ?> moved = (Map<?, ?>) visit.call("shift");
            assertThat(((Number) Objects.requireNonNull(moved.get("sum"))).doubleValue())
                    .as("moved by itself: %s", moved.get("who"))
                    .isLessThan(SHIFT_MAX);
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
            for (int stop = 0; stop < STOPS_MAX; stop++) {
                page.keyboard().press("Tab");
                String seen = String.valueOf(visit.call("reach"));
                if (seen.isEmpty()) {
                    // A page may have begun in its middle, and a row may have moved behind the one that had the focus.
                    if (((List<?>) visit.call("unreached")).isEmpty()) {
                        break;
                    }
                } else if (!seen.equals("fine")) {
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
}
