package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Committed;
import io.botpit.game.EndCause;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.protocol.rest.GameBot;
import io.botpit.protocol.rest.GameBot.FillRow;
import io.botpit.protocol.rest.GameBot.OrderRow;
import io.botpit.server.lobby.NewGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.loop.CommitListener;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bot did, as its game tells it while it runs. */
class BotSheetsTest {
    @TempDir
    Path folder;

    private static Optional<GameBot> sheet(Rig rig, String name) {
        rig.hand().pass(Duration.ofSeconds(1));
        return ShownSheet.of(rig, name);
    }

    private Rig rig(GameRules rules) {
        return new Rig(folder, rules, Rig.unhurried());
    }

    private static String text(OrderRow order) {
        return order.id() + " " + order.side() + " " + order.size() + " at " + order.price() + " filled "
                + order.filled() + " " + order.end();
    }

    private static String text(FillRow fill) {
        return fill.side() + " " + fill.size() + " at " + fill.price() + " " + fill.role() + " " + fill.fee() + " "
                + fill.feeAsset();
    }

    @Test
    void ordersFillsAndRefusalsOfABotAreKept() {
        try (Rig rig = rig(Rig.plainRules())) {
            Client ann = rig.player("ann");
            Client bob = rig.player("bob");
            ann.buy("999", "2");
            String order = ann.buy("990", "1").replaceFirst("(?s).*\"id\": \"([0-9a-f]+)\".*", "$1");
            ann.ask("{\"cmd\":\"cancel\",\"params\":{\"order_id\":\"" + order + "\"}}");
            ann.buy("0", "1");
            ann.buy("0", "1");
            ann.buy("5000", "1");
            bob.ask("{\"cmd\":\"sell_market\",\"params\":{\"size\":\"0.5\"}}");

            GameBot sheet = sheet(rig, "ANN").orElseThrow();

            assertThat(sheet.name()).isEqualTo("ann");
            assertThat(sheet.isPublic()).isTrue();
            assertThat(sheet.stand().place()).isNotNull();
            assertThat(sheet.orders().stream().map(BotSheetsTest::text))
                    .containsExactly("2 buy 1 at 990.00 filled 0 cancelled", "1 buy 2 at 999.00 filled 0.5 null");
            assertThat(sheet.orders().getFirst().to()).isNotNull();
            assertThat(sheet.orders().getLast().to()).isNull();
            assertThat(sheet.fills().stream().map(BotSheetsTest::text))
                    .containsExactly("buy 0.5 at 999.00 maker 0 BTC");
            assertThat(sheet.rejects().getFirst()).isEqualTo(new GameBot.RejectRow("price_too_low", 2));
            assertThat(sheet.rejects()).hasSize(2);
            assertThat(sheet(rig, "carol")).isEmpty();
        }
    }

    @Test
    void ordersAndFillsAreKeptForThemselvesWhereOwnersHaveNoName() {
        try (Rig rig = rig(Presets.named(Presets.OPEN_MARKET, 1))) {
            Client ann = rig.player("ann");
            Client bob = rig.player("bob");
            ann.buy("999", "2");
            ann.buy("0", "1");
            bob.ask("{\"cmd\":\"sell_market\",\"params\":{\"size\":\"0.5\"}}");

            GameBot running = sheet(rig, "ann").orElseThrow();
            assertThat(running.isPublic()).isFalse();
            assertThat(running.orders()).isEmpty();
            assertThat(running.fills()).isEmpty();
            assertThat(running.rejects()).as("they would tell what it tries").isEmpty();
            assertThat(running.stand().equity()).isNotNull();

            var ended = rig.lobby().endAll(EndCause.REFEREE, "Enough.");
            rig.hand().settle();
            ended.join();
            GameBot over = sheet(rig, "ann").orElseThrow();
            assertThat(over.isPublic()).isTrue();
            assertThat(over.rejects()).containsExactly(new GameBot.RejectRow("price_too_low", 1));
            assertThat(over.orders().stream().map(BotSheetsTest::text))
                    .containsExactly("1 buy 2 at 999.00 filled 0.5 game_end");
            assertThat(over.fills().stream().map(BotSheetsTest::text))
                    .singleElement()
                    .asString()
                    .startsWith("buy 0.5 at 999.00 maker ");
        }
    }

    @Test
    void onlyTheNewestAreKept() {
        try (Rig rig = rig(Rig.plainRules())) {
            Client ann = rig.player("ann");
            Client bob = rig.player("bob");
            ann.buy("999", "2");
            for (int i = 0; i < BotSheet.FILLS_KEPT + 1; i++) {
                bob.ask("{\"cmd\":\"sell_market\",\"params\":{\"size\":\"0.001\"}}");
            }

            GameBot sheet = sheet(rig, "bob").orElseThrow();

            assertThat(sheet.orders()).hasSize(BotSheet.ORDERS_KEPT);
            assertThat(sheet.fills()).hasSize(BotSheet.FILLS_KEPT);
            assertThat(sheet.orders().getFirst().end()).isEqualTo("filled");
        }
    }

    @Test
    void whoAsksWithinHalfASecondSharesACopy() {
        try (Rig rig = rig(Rig.plainRules())) {
            Client ann = rig.player("ann");
            FeedHub feed = rig.lobby().currentGame().feed();
            var first = feed.bot("ann").orElseThrow();
            rig.hand().settle();
            ann.buy("990", "1");

            rig.hand().pass(SharedSheets.SHOWN.minusMillis(1));
            assertThat(feed.bot("ANN").orElseThrow()).isSameAs(first);

            rig.hand().pass(Duration.ofSeconds(1));
            var next = feed.bot("ann").orElseThrow();
            rig.hand().settle();
            assertThat(ShownSheet.read(first.join().orElseThrow()).orders()).isEmpty();
            assertThat(ShownSheet.read(next.join().orElseThrow()).orders()).hasSize(1);
        }
    }

    @Test
    void onlySoManyBotsAreCopiedAtOnce() {
        try (Rig rig = rig(Rig.plainRules())) {
            FeedHub feed = rig.lobby().currentGame().feed();
            for (int i = 0; i < CopyRoom.COPIES_MAX; i++) {
                assertThat(feed.bot("bot" + i)).isPresent();
            }
            assertThat(feed.bot("ann")).isEmpty();
            assertThat(feed.bot("bot0")).isPresent();

            rig.hand().settle();
            assertThat(feed.bot("ann")).isEmpty();

            rig.hand().pass(SharedSheets.SHOWN);
            assertThat(feed.bot("ann")).isPresent();
        }
    }

    @Test
    void theCopiesOfAllGamesCountTogether() {
        try (Rig rig = rig(Rig.plainRules())) {
            FeedHub first = rig.lobby().currentGame().feed();
            var opened = rig.lobby().open("admin", new NewGame(Rig.plainRules(), "Second", false));
            rig.hand().settle();
            FeedHub second =
                    rig.lobby().find(opened.join().orElseThrow()).orElseThrow().feed();
            for (int i = 0; i < CopyRoom.COPIES_MAX; i++) {
                assertThat((i % 2 == 0 ? first : second).bot("bot" + i)).isPresent();
            }

            assertThat(first.bot("ann")).isEmpty();
            assertThat(second.bot("ann")).isEmpty();
        }
    }

    @Test
    void allKeepFewerWhereTheyTogetherHaveTooMany() {
        try (Rig rig = rig(Rig.plainRules())) {
            OpenGame game = rig.lobby().currentGame();
            BotSheets sheets = new BotSheets(game.feed().subject(), game.loop().view(), new Timings(), 100);
            game.loop().listen(new CommitListener() {
                @Override
                public void committed(List<Committed> batch) {
                    batch.forEach(sheets::see);
                }
            });
            Client ann = rig.player("ann");
            Client bob = rig.player("bob");
            Client carol = rig.player("carol");
            ann.buy("990", "1");
            for (int i = 0; i < 60; i++) {
                bob.buy("980", "0.01");
                carol.buy("980", "0.01");
            }

            GameBot newest = sheets.of("carol").orElseThrow();
            assertThat(newest.orders()).hasSizeBetween(25, 60);
            assertThat(newest.orders().getFirst().id()).isEqualTo(121);
            assertThat(sheets.of("bob").orElseThrow().orders()).hasSizeBetween(25, 60);
            assertThat(sheets.of("ann").orElseThrow().orders()).hasSize(1);
            assertThat(sheets.bytes()).isLessThanOrEqualTo(300 * (3 + 100));
        }
    }
}
