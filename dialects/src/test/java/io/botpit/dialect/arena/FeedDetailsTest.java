package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.EndCause;
import io.botpit.game.Event;
import io.botpit.game.FinalMark;
import io.botpit.game.Holding;
import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.Presets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What on the feed is not in the transcripts. */
class FeedDetailsTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:38028, 127.0.x.x",
        "/192.0.2.7:1, 192.0.x.x",
        "203.0.113.9, 203.0.x.x",
        "[2001:db8:1:2::7]:443, 2001:db8:x",
        "::1, ::x",
        "localhost, x",
        "1.2.3, x",
        "999999.1.1.1, x",
        "'', x",
        "in-process, x",
    })
    void anAddressIsShownInPart(String address, String masked) {
        assertThat(MaskedAddress.of(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"ann, ann", "=1+1, '''=1+1'", "-x, '''-x'", "@x, '''@x'", "'a\"b', a-b"})
    void aNameInTheFinalTableIsNoFormulaAndEndsNoCell(String name, String cell) {
        Standing row = new Standing(
                1,
                new PlayerId(1),
                name,
                List.of(
                        new Holding(Presets.USD, new Amount(90_100_000_000_000L), Amount.ZERO),
                        new Holding(Presets.BTC, new Amount(100_000_000), Amount.ZERO)),
                new Amount(199_825_000_000_000L),
                Amount.ZERO);

        List<FinalMark> marks = List.of(new FinalMark(new Symbol("BTC/USD"), new Price(100_000)));

        String csv = new FinalTable(Presets.named(Presets.CLASSIC, 1))
                .csv(new Event.Ended(EndCause.TIME_LIMIT, marks, List.of(row)));

        assertThat(csv)
                .isEqualTo("\"user\",\"crypto\",\"usd\",\"holdings\"\n\"" + cell
                        + "\",\"1.0000000000\",\"9010.00\",\"10010.00\"\n");
    }
}
