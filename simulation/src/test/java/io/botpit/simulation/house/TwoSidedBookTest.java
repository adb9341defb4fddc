package io.botpit.simulation.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.bots.Market;
import io.botpit.bots.OpenOrder;
import io.botpit.bots.Side;
import io.botpit.bots.Update;
import io.botpit.bots.View;
import io.botpit.bots.Wish;
import io.botpit.bots.house.HouseBots;
import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.game.GameTime;
import io.botpit.game.rules.Presets;
import io.botpit.server.local.LocalGame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest who is alone with the house of the first page for authors always finds somebody to trade with. */
class TwoSidedBookTest {
    /** As in {@code docs/first-bot.md}. */
    private static final String HOUSE = "market-maker:2,noise:4";

    private static final int MINUTES = 9;
    private static final int LOOKS_PER_SECOND = 10;
    private static final double SHARE_MIN = 0.99;

    static Stream<String> presets() {
        return Presets.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void bothSidesAreQuotedNearlyAlways(String preset) {
        List<HouseBot> bots = new ArrayList<>(HouseBots.roster(HOUSE, 11));
        bots.add(new HouseBot("my-bot", TwoSidedBookTest::sample));
        LocalGame game = new LocalGame(Presets.named(preset, 11), bots, _ -> {});
        int looks = MINUTES * 60 * LOOKS_PER_SECOND;

        int twoSided = 0;
        for (int look = 1; look <= looks; look++) {
            game.playUntil(new GameTime(look * 1_000_000L / LOOKS_PER_SECOND));
            View view = game.views().getFirst();
            twoSided += view.markets().stream().allMatch(TwoSidedBookTest::hasBothSides) ? 1 : 0;
        }

        assertThat((double) twoSided / looks).isGreaterThanOrEqualTo(SHARE_MIN);
        assertThat(game.views().getLast().balance("BTC").total())
                .as("the guest has traded")
                .isNotEqualByComparingTo("10");
    }

    private static boolean hasBothSides(Market market) {
        return market.bestBid() != null && market.bestAsk() != null;
    }

    /** The sample bot's orders: a small one on each side of the price, new ones on each turn, and one that trades. */
    private static List<Wish> sample(View view, Update update) {
        if (!(update instanceof Update.Beat) || !view.running()) {
            return List.of();
        }
        Market market = view.markets().getFirst();
        BigDecimal size = new BigDecimal("0.02");
        List<Wish> wishes = new ArrayList<>();
        view.orders().stream().map(OpenOrder::id).forEach(id -> wishes.add(new Wish.Cancel(id)));
        double price = market.mark().doubleValue();
        wishes.add(new Wish.Limit(market.symbol(), Side.BUY, market.bid(price * 0.998), size));
        wishes.add(new Wish.Limit(market.symbol(), Side.SELL, market.ask(price * 1.002), size));
        if (market.bestAsk() != null) {
            wishes.add(new Wish.BuyNow(market.symbol(), new BigDecimal("11.00")));
        }
        return wishes;
    }
}
