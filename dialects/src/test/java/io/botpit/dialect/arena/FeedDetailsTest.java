package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Holding;
import io.botpit.game.PlayerId;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
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
                List.of(new Holding(Presets.USD, new Amount(90_100_000_000_000L), Amount.ZERO)),
                new Amount(199_825_000_000_000L),
                Amount.ZERO);

        String csv = new FinalTable(Presets.named(Presets.CLASSIC, 1)).csv(List.of(row));

        assertThat(csv)
                .isEqualTo("\"user\",\"crypto\",\"usd\",\"holdings\"\n\"" + cell
                        + "\",\"0E-10\",\"9010.00\",\"19982.50\"\n");
    }
}
