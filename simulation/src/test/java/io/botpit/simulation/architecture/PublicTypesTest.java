package io.botpit.simulation.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A type is hidden unless it is listed, so that every new public type is a line in somebody's review. The lists are written
 * anew by {@code ./mvnw test -pl simulation -am -Dtest=PublicTypesTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dbotpit.public-types=write}; commit the result together with the reason.
 */
class PublicTypesTest {
    private static final Path LISTS = Path.of("src/test/resources/public-types");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "game, io.botpit.game",
        "protocol, io.botpit.protocol",
        "dialects, io.botpit.dialect",
        "persistence, io.botpit.persistence",
        "bots, io.botpit.bots",
        "server, io.botpit.server",
        "benchmarks, io.botpit.benchmarks"
    })
    void onlyListedTypesArePublic(String module, String root) throws IOException {
        List<String> actual = Botpit.classes().that(Botpit.written()).stream()
                .filter(type -> type.getPackageName().equals(root)
                        || type.getPackageName().startsWith(root + "."))
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        Path list = LISTS.resolve(module + ".txt");
        if (System.getProperty("botpit.public-types", "check").equals("write")) {
            Files.write(list, actual);
        }

        assertThat(actual)
                .as("public types of module %s, listed in simulation/%s", module, list)
                .containsExactlyElementsOf(Files.readAllLines(list));
    }
}
