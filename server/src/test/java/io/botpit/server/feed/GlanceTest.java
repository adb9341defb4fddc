package io.botpit.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.rules.Entry;
import io.botpit.game.rules.Schedule;
import io.botpit.protocol.rest.NowList;
import io.botpit.protocol.rest.NowList.NowGame;
import io.botpit.server.lobby.OpenGame;
import io.botpit.server.rig.Client;
import io.botpit.server.rig.FakeLink;
import io.botpit.server.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a game looks like in passing. */
class GlanceTest {
    @TempDir
    Path folder;

    private static NowGame look(Rig rig) {
        OpenGame game = rig.lobby().currentGame();
        return game.feed().glance().at(game.loop().now());
    }

    @Test
    void aGlanceShowsWhoLeadsByHowMuchAndSinceWhen() {
        try (Rig rig = new Rig(folder, Rig.rules(Entry.OPEN, new Schedule(false, 60_000)), Rig.unhurried())) {
            Client ann = rig.player("ann");
            Client bob = rig.player("bob");
            rig.hand().pass(Duration.ofSeconds(2));
            assertThat(look(rig).look().lead()).isEqualTo("0.00");

            ann.buy("999", "2");
            bob.ask("{\"cmd\":\"sell_market\",\"params\":{\"size\":\"2\"}}");
            ann.ask(Client.order("sell", "3000", "1"));
            rig.hand().pass(Duration.ofSeconds(4));
            rig.feeds().follow(rig.lobby().defaultGame(), FeedView.SPECTATOR, new FakeLink("10.0.0.7"));
            rig.hand().settle();

            NowGame now = look(rig);
            assertThat(now.players()).isEqualTo(2);
            assertThat(now.look().viewers()).isEqualTo(1);
            assertThat(now.look().lead()).isNotEqualTo("0.00").doesNotStartWith("-");
            assertThat(now.leaders()).hasSize(2);
            assertThat(now.leaders().getFirst().points()).hasSizeGreaterThan(1);
            assertThat(now.leaders().getFirst().points().getLast())
                    .hasToString(now.leaders().getFirst().score());
            assertThat(now.time().timeLimitMs()).isEqualTo(60_000);
            assertThat(now.time().leftMs()).isEqualTo(54_000);
        }
    }

    @Test
    void pointsAreKeptOfThoseInFrontOnly() {
        try (Rig rig = new Rig(folder, Rig.rules(Entry.OPEN, new Schedule(false, 60_000)), Rig.unhurried())) {
            List<Client> players = IntStream.rangeClosed(0, Glances.PLACES_KEPT)
                    .mapToObj(i -> rig.player("bot" + (10 + i)))
                    .toList();
            rig.hand().pass(Duration.ofSeconds(5));

            Client last = players.getLast();
            last.buy("999", "2");
            players.getFirst().ask("{\"cmd\":\"sell_market\",\"params\":{\"size\":\"2\"}}");
            last.ask(Client.order("sell", "3000", "1"));
            rig.hand().pass(Duration.ofSeconds(2));

            List<NowList.Leader> leaders = look(rig).leaders();
            assertThat(leaders.getFirst().name()).isEqualTo("bot26");
            assertThat(leaders.getFirst().points())
                    .hasSizeBetween(1, leaders.get(1).points().size() - 1);
        }
    }

    @Test
    void timeGoesOnWithoutAnotherPicture() {
        try (Rig rig = new Rig(folder, Rig.rules(Entry.OPEN, new Schedule(false, 60_000)), Rig.unhurried())) {
            rig.player("ann");
            double before = look(rig).look().interest();

            rig.hand().pass(Duration.ofSeconds(30));

            assertThat(look(rig).time().leftMs()).isEqualTo(30_000);
            assertThat(look(rig).look().interest()).isGreaterThan(before);
        }
    }
}
