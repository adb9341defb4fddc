package io.botpit.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.simulation.audit.Hunt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An auditor that finds nothing proves nothing until it has found what is there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlantedBugsTest {
    static List<Mutation> all() {
        return Mutations.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePlantedBugIsFound(Mutation mutation) throws ReflectiveOperationException {
        MutantLoader loader = new MutantLoader(mutation);

        Optional<String> found = loader.hunt(Hunt.class.getName());

        System.out.println(mutation + ": " + found.orElse("NOT FOUND"));
        assertThat(loader.hasPlanted())
                .as("%s is loaded", mutation.site().className())
                .isTrue();
        assertThat(found).as("a check that sees: %s", mutation).isPresent();
    }

    @Test
    void withoutABugNothingIsFoundInTheSameGames() throws ReflectiveOperationException {
        assertThat(new MutantLoader(null).hunt(Hunt.class.getName())).isEmpty();
    }
}
