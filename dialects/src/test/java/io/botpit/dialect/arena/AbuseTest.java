package io.botpit.dialect.arena;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.EndCause;
import io.botpit.game.RefereeAct;
import io.botpit.game.rules.Entry;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.rules.Schedule;
import io.botpit.protocol.Json;
import io.botpit.protocol.OrderRecord;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.ServerFrame;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of the abuse corpus that is about what a frame says is answered as the corpus expects. */
class AbuseTest {
    /** The other categories are about bytes, sockets and HTTP. */
    private static final Set<String> CATEGORIES = Set.of(
            "control",
            "json-syntax",
            "json-bomb",
            "envelope",
            "num-price",
            "num-size",
            "num-type",
            "num-market",
            "pre-auth",
            "auth",
            "name",
            "admin",
            "bcast",
            "cancel",
            "client-id",
            "state",
            "size");

    private static final String BUY = "{\"cmd\":\"buy\",\"params\":{\"price\":\"1.00\",\"size\":\"0.01\"}}";

    static Stream<Corpus.Entry> entries() {
        return Corpus.texts().stream()
                .filter(entry -> CATEGORIES.contains(entry.category()))
                .filter(entry -> entry.expect().endsWith("-reply"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void isAnsweredAsExpected(Corpus.Entry entry) {
        Scene scene = new Scene(entry.state());
        TestPit.Client client = entry.auth().equals("user") ? scene.user : scene.guest();
        if (entry.before() != null) {
            client.send(scene.filled(entry.before()));
        }

        List<String> answers = client.send(scene.filled(entry.payload()));

        assertThat(answers).hasSize(1);
        ReplyFrame reply = reply(answers.getFirst());
        String outcome = reply.status() ? "ok-reply" : "error-reply";
        assertThat(entry.allows(outcome))
                .as("%s expects %s, answer was %s", entry.payload(), entry.expect(), answers.getFirst())
                .isTrue();
        assertThat(reply.code() != null).as("a code on every refusal").isEqualTo(!reply.status());
    }

    private static ReplyFrame reply(String frame) {
        if (ServerFrame.read(frame) instanceof ReplyFrame reply) {
            return reply;
        }
        throw new AssertionError("no reply: " + frame);
    }

    /** Two players, one of whom has an open, a cancelled and no other order; then the state that is asked for. */
    private static final class Scene {
        private final TestPit pit;
        private final TestPit.Client user;
        private final String open;
        private final String cancelled;
        private final String foreign;

        Scene(String state) {
            pit = new TestPit(rules(state));
            user = pit.connect();
            user.send("{\"cmd\":\"register\",\"params\":{\"username\":\"user1\"}}");
            TestPit.Client other = pit.connect();
            other.send("{\"cmd\":\"register\",\"params\":{\"username\":\"other1\"}}");
            if (state.equals("waiting")) {
                open = "";
                cancelled = "";
                foreign = "";
                return;
            }
            open = placed(user);
            foreign = placed(other);
            cancelled = placed(user);
            user.send("{\"cmd\":\"cancel\",\"params\":{\"order_id\":\"" + cancelled + "\"}}");
            switch (state) {
                case "paused" -> pit.referee(new RefereeAct.Pause());
                case "ended" -> pit.referee(new RefereeAct.End(EndCause.REFEREE));
                default -> {}
            }
        }

        TestPit.Client guest() {
            return pit.connect();
        }

        String filled(String payload) {
            return payload.replace("{{USER}}", "user1")
                    .replace("{{USER_UPPER}}", "USER1")
                    .replace("{{OTHER_USER}}", "other1")
                    .replace("{{TOKEN}}", TestPit.token("user1"))
                    .replace("{{TOKEN_PREFIX}}", TestPit.token("user1").substring(0, 32))
                    .replace("{{OTHER_TOKEN}}", TestPit.token("other1"))
                    .replace("{{ORDER_ID}}", open)
                    .replace("{{OTHER_ORDER_ID}}", foreign)
                    .replace("{{CANCELLED_ORDER_ID}}", cancelled)
                    .replace("{{ADMIN_SECRET}}", TestPit.ADMIN_SECRET)
                    .replace("{{RUN}}", "1")
                    .replace("{{N}}", "1");
        }

        private static String placed(TestPit.Client client) {
            Json data = reply(client.send(BUY).getFirst()).data();
            return OrderRecord.from(data).id();
        }

        private static GameRules rules(String state) {
            GameRules rules = Presets.named(Presets.CLASSIC, 1);
            List<String> whitelist = switch (state) {
                case "waiting" -> List.of("user1", "other1", "missing1");
                case "whitelist" -> List.of("user1", "other1");
                default -> List.of();
            };
            return new GameRules(
                    rules.preset(),
                    rules.behaviorVersion(),
                    rules.seed(),
                    rules.instruments(),
                    rules.grants(),
                    new Entry(whitelist, 0),
                    new Schedule(false, 0),
                    rules.trading(),
                    rules.limits());
        }
    }
}
