package io.botpit.game.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Appraisal;
import io.botpit.game.Holding;
import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoringTest {
    private static final long USD = 10_000_000_000L;
    private static final long COIN = 100_000_000L;
    private static final List<Appraisal> MARKS = List.of(
            new Appraisal(new Symbol("BTC/USD"), new Price(120_000), Amount.ZERO),
            new Appraisal(new Symbol("ETH/USD"), new Price(10_000), Amount.ZERO));

    private final GameRules rules = Presets.named(Presets.CLASSIC, 1);
    private final Scoring scoring = new Scoring(rules);

    @Test
    void anIdlePlayerScoresExactlyZeroWhateverTheMark() {
        List<Standing> table = scoring.table(List.of(contestant(1, 10_000 * USD, 10 * COIN)));

        assertThat(table.getFirst().score()).isEqualTo(Amount.ZERO);
        assertThat(table.getFirst().equity()).isEqualTo(new Amount(32_000 * USD));
    }

    @Test
    void equalScoresShareAPlaceAndTheNextIsSkipped() {
        List<Standing> table = scoring.table(List.of(
                contestant(1, 9_000 * USD, 10 * COIN),
                contestant(2, 10_000 * USD, 10 * COIN),
                contestant(3, 10_000 * USD, 10 * COIN),
                contestant(4, 11_000 * USD, 10 * COIN)));

        assertThat(table).extracting(Standing::place).containsExactly(1, 2, 2, 4);
        assertThat(table).extracting(row -> row.player().number()).containsExactly(4, 2, 3, 1);
    }

    @Test
    void inAContestScoresWithinATieShareAPlace() {
        Scoring contest = new Scoring(Presets.named(Presets.RANKED, 1));

        List<Standing> table = contest.table(List.of(
                contestant(1, 10_010 * USD, 10 * COIN),
                contestant(2, 10_007 * USD, 10 * COIN),
                contestant(3, 10_007 * USD - 1, 10 * COIN),
                contestant(4, 10_003 * USD, 10 * COIN)));

        assertThat(table).extracting(Standing::place).containsExactly(1, 1, 3, 4);
    }

    @Test
    void aLossIsBelowZeroAndFractionsOfAUnitAreCutOff() {
        List<Standing> table = scoring.table(List.of(contestant(1, 10_000 * USD, 10 * COIN - 1)));

        assertThat(table.getFirst().score()).isEqualTo(new Amount(-120_000));
    }

    private Contestant contestant(int number, long usd, long btc) {
        return new Contestant(
                new PlayerId(number),
                "p" + number,
                List.of(
                        new Holding(Presets.USD, new Amount(usd), Amount.ZERO),
                        new Holding(Presets.BTC, Amount.ZERO, new Amount(btc)),
                        new Holding(Presets.ETH, new Amount(100 * COIN), Amount.ZERO)),
                MARKS);
    }
}
