package io.botpit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Local games step by step, as somebody at a keyboard plays them. */
final class LocalDebugTest {
    private final LocalLine line = new LocalLine();

    @Test
    void whoDebugsSeesEachStep() {
        String typed = "step 3\nbook\nwallets\nrun 1\nfly\nstep x\nquit\n";
        InputStream in = new ByteArrayInputStream(typed.getBytes(UTF_8));

        assertThat(line.typing(in, "play", "--debug", "--bots=noise", "--house=2"))
                .isZero();

        assertThat(line.out())
                .contains("0.0 s  market-maker-1  buy ", "BTC/USD  bids ", "  BTC 10  ETH 100  score 0.00")
                .contains("'fly' is none of: step [BEATS], run [SECONDS]", "not a number of at most 6 digits: 'x'")
                .contains("phase running");
    }

    @Test
    void eachEnterIsAStep() {
        InputStream in = new ByteArrayInputStream("\n\n\n\n\n\nquit\n".getBytes(UTF_8));

        assertThat(line.typing(in, "play", "--debug", "--house=2")).isZero();

        assertThat(line.out().split(" s > ", -1)).hasSize(8);
    }

    @Test
    void stepsAreNoPartOfTheJson() {
        InputStream in = new ByteArrayInputStream("step 3\nquit\n".getBytes(UTF_8));

        assertThat(line.typing(in, "play", "--debug", "--json", "--house=2")).isZero();

        assertThat(line.out()).startsWith("{\"preset\":").hasLineCount(1);
        assertThat(line.err()).contains("0.0 s  market-maker-1  buy ", " s > ");
    }

    @Test
    void enterStopsAGameThatRuns() throws Exception {
        PipedInputStream in = new PipedInputStream();
        try (PipedOutputStream keys = new PipedOutputStream(in)) {
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                    () -> line.typing(in, "play", "--debug", "--bots=noise", "--time-limit=2592000"),
                    game -> Thread.ofPlatform().start(game));

            type(keys, "run\n");
            Awaitility.await().until(() -> line.out().contains(" s  noise  "));
            type(keys, "\nquit\n");

            assertThat(code.get(10, TimeUnit.SECONDS)).isZero();
        }
        assertThat(line.out()).contains("phase running");
    }

    private static void type(OutputStream keys, String line) throws IOException {
        keys.write(line.getBytes(UTF_8));
        keys.flush();
    }
}
