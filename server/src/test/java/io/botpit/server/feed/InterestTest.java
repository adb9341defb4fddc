package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestTest {
    /** The last column says why. Players are always in the middle: 0.1. Lead changes 0.4, a close race 0.3, time played 0.1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 5          | 0   | 0.1     | one player is no race
            0 | ''         | 0   | 0.1     | none neither
            0 | 0 0        | 0   | 0.4     | nobody leads
            0 | 9 9 1      | 0   | 0.4     | nor here
            1 | 5          | 0   | 0.23333 | a third for each change of the lead
            3 | 5          | 0   | 0.5     | until there are three
            9 | 5          | 0   | 0.5     | more are no more
            0 | 30 20 10   | 0   | 0.21036 | the usual gap
            0 | 40 20 10 0 | 0   | 0.14060 | twice the usual gap
            0 | 21 20 10 0 | 0   | 0.37145 | a tenth of it
            0 | 10 0 0 0   | 0   | 0.1     | far ahead of all the same
            0 | 5          | 1   | 0.2     | the end is near
            3 | 7 7        | 0.5 | 0.85    | all together
            """)
    void aMomentIsWorthSoMuch(int leadChanges, String scores, double played, double interest) {
        List<Double> table = scores.isEmpty()
                ? List.of()
                : Arrays.stream(scores.split(" ")).map(Double::valueOf).toList();

        assertThat(Interest.of(leadChanges, table, played)).isCloseTo(interest, within(0.00001));
    }
}
