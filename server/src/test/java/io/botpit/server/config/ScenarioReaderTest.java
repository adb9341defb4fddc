package io.botpit.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.scenario.Incident;
import io.botpit.game.scenario.PriceModel;
import io.botpit.game.scenario.PriceModel.Recorded.Point;
import io.botpit.game.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final String SOUND = """
            name: mine
            about: Mine.
            preset: open-market
            seconds: 60
            house:
              makers: 1
            markets:
              - symbol: BTC/USD
                model: geometric
                volatility-ppm: 300
            incidents:
              - at: 5
                kind: halt
                mode: view_only
                seconds: 10
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsReadFromItsOwnTextIsTheSame() {
        for (Scenario scenario : Scenarios.in(folder).all()) {
            Scenario again = ScenarioReader.read("journal", scenario.text().getBytes(UTF_8));

            assertThat(again).isEqualTo(scenario);
            assertThat(again.text()).isEqualTo(scenario.text());
        }
    }

    /** Line of the file, what stands there instead, and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    name: mine          | name: My own        | mine.yaml: name must be 1 to 40 lower case letters, digits and dashes, not 'My own'
                    seconds: 60         | secnds: 60          | mine.yaml: seconds is missing: give a whole number; was it meant by secnds?
                    seconds: 60         | seconds: 0          | mine.yaml: seconds must be a whole number from 1 to 2592000, not 0
                    seconds: 60         | seconds: soon       | mine.yaml: seconds: must be a whole number, not soon
                    preset: open-market | preset: classic     | mine.yaml: preset classic lets nobody quote before the mark, so the house could not follow the reference: choose another
                    preset: open-market | preset: wild        | mine.yaml: unknown preset wild
                    makers: 1           | makers: 51          | mine.yaml: house: makers must be a whole number from 0 to 50, not 51
                    makers: 1           | maker: 1            | mine.yaml: house: unknown key maker, did you mean makers?
                    model: geometric    | model: gbm          | mine.yaml: markets[0]: model: must be one of random-walk, geometric, trend, mean-reversion, jumps, recorded, follow, not gbm
                    volatility-ppm: 300 | volatility-ppm: 3e9 | mine.yaml: markets[0]: volatility-ppm: must be a whole number
                    volatility-ppm: 300 | volatility-ppm: 60000 | mine.yaml: markets[0]: volatility-ppm must be a whole number from 0 to 50000, not 60000
                    symbol: BTC/USD     | symbol: btc         | mine.yaml: markets[0]: symbol must look like BTC/USD: btc
                    symbol: BTC/USD     | symbol: XRP/USD     | mine.yaml: markets: symbol must be one of [BTC/USD, ETH/USD] of preset open-market, not XRP/USD
                    mode: view_only     | mode: full          | mine.yaml: incidents[0]: mode: must be cancel_only or view_only, not full
                    kind: halt          | kind: stop          | mine.yaml: incidents[0]: kind: must be one of jump, thinning, widening, news, halt, not stop
                    kind: halt          | kind: news          | mine.yaml: incidents[0]: text is missing: give a text
                    at: 5               | at: -5              | mine.yaml: incidents[0]: at must be a whole number from 0 to 2592000, not -5
                    """)
    void aMistakeIsNamedWithItsPlaceItsLimitAndWhatWouldDo(String line, String wrong, String said) throws IOException {
        Path file = write("mine.yaml", SOUND.replace(line, wrong));

        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith(said);
    }

    @Test
    void jsonIsReadLikeYaml() throws IOException {
        Path file = write(
                "mine.json", ScenarioReader.read(write("mine.yaml", SOUND)).text());

        assertThat(ScenarioReader.read(file).incidents()).hasSize(1).first().isInstanceOf(Incident.Halt.class);
    }

    @Test
    void aRecordedCourseIsAFileBesideIt() throws IOException {
        write("course.csv", "second,price\n0,2000\n10,2100.50\n30,1000\n");
        Path file = write(
                "mine.yaml",
                SOUND.replace("model: geometric\n", "model: recorded\n")
                        .replace("volatility-ppm: 300", "file: course.csv"));

        assertThat(ScenarioReader.read(file).markets().getFirst().model())
                .isEqualTo(new PriceModel.Recorded(
                        List.of(new Point(0, 1_000_000), new Point(10, 1_050_250), new Point(30, 500_000))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0,100;5,x      | course.csv: line 2: must be second,price such as 12,1034.50, not '5,x'
                    0,0;5,1        | course.csv: line 1: the first price must not be 0
                    0,100;5,0      | course.csv: line 2: ppm of a point must be a whole number from 1 to 1000000000, not 0
                    3,100;5,1      | mine.yaml: markets[0]: points must begin at second 0
                    0,100;5,1;5,2  | mine.yaml: markets[0]: points must begin at second 0 and go on in order of time, not 5 after 5
                    """)
    void aMistakeInACourseIsNamedWithItsLine(String lines, String said) throws IOException {
        write("course.csv", lines.replace(';', '\n'));
        Path file = write(
                "mine.yaml",
                SOUND.replace("model: geometric\n", "model: recorded\n")
                        .replace("volatility-ppm: 300", "file: course.csv"));

        assertThatThrownBy(() -> ScenarioReader.read(file)).hasMessageStartingWith(said);
    }

    @Test
    void theDataFolderAddsScenariosUnderNamesOfTheirOwn() throws IOException {
        Files.createDirectory(folder.resolve("scenarios"));
        write("scenarios/mine.yaml", SOUND);

        assertThat(Scenarios.in(folder).all())
                .extracting(Scenario::name)
                .hasSize(11)
                .contains("mine", "two-coins");
        assertThatThrownBy(() -> Scenarios.in(folder).find("mien"))
                .hasMessage("no scenario 'mien', did you mean mine?");

        write("scenarios/other.yaml", SOUND);
        assertThatThrownBy(() -> Scenarios.in(folder))
                .hasMessage("scenarios/other.yaml: name: there is a scenario mine already: choose another");
    }

    /** The page's own example must do what the page says. */
    @Test
    void theExampleOfTheDocumentsIsRead() throws IOException {
        String page = Files.readString(Path.of("../docs/scenarios.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        String example = page.substring(start, page.indexOf("```", start));

        Scenario lunch = ScenarioReader.read(write("lunch.yaml", example));

        assertThat(lunch.name()).isEqualTo("lunch");
        assertThat(lunch.incidents()).hasSize(2);
        Path wrong = write("lunch.yaml", example.replaceFirst("volatility-ppm: 300", "volatility-ppm: 300000"));
        assertThatThrownBy(() -> ScenarioReader.read(wrong))
                .satisfies(problem -> assertThat(page).contains("botpit: " + problem.getMessage() + "\n"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
