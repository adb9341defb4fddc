package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The catalogue of faults is complete, and every test that it names is there. */
class FaultsTest {
    private static final Path PAGE = Documents.ROOT.resolve("docs/reliability.md");
    private static final int FAULTS = 45;

    private record Fault(String id, String tests) {}

    @Test
    void everyFaultIsInTheCatalogueOnce() {
        List<String> ids =
                IntStream.rangeClosed(1, FAULTS).mapToObj("F%02d"::formatted).toList();

        assertThat(faults()).extracting(Fault::id).containsExactlyElementsOf(ids);
    }

    @Test
    void everyFaultHasATestThatIsThere() {
        NamedTests tests = new NamedTests();
        List<String> wrong = new ArrayList<>();
        for (Fault fault : faults()) {
            if (!fault.tests().contains("#")) {
                wrong.add(fault.id() + " names no test");
            }
            tests.missingIn(fault.tests()).forEach(name -> wrong.add(fault.id() + " names " + name));
        }

        assertThat(wrong).isEmpty();
    }

    private static List<Fault> faults() {
        return Documents.lines(PAGE).stream()
                .filter(line -> line.matches("\\| F\\d\\d \\|.*"))
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> new Fault(cells[0].substring(2), cells[3]))
                .toList();
    }
}
