package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.Setting;
import io.botpit.server.rig.Hand;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class TlsTest {
    @TempDir
    private Path folder;

    private final Hand hand = new Hand();

    @ParameterizedTest
    @ValueSource(strings = {"test-only-pkcs8.pem", "test-only-pkcs1.pem", "test-only-ec.pem"})
    void bothPortsSpeakTls(String name) throws Exception {
        Path pem = pem(name);
        try (Pit pit = Pit.open(Map.of(Setting.PEM_FILE, pem.toString()));
                HttpClient client = client(pem)) {
            HttpResponse<String> games = client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + pit.http.httpPort() + "/api/v1/games"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> refused = client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + pit.http.feedPort() + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            WebSocket feed = client.newWebSocketBuilder()
                    .buildAsync(URI.create("wss://localhost:" + pit.http.feedPort() + "/"), new WebSocket.Listener() {})
                    .get(10, TimeUnit.SECONDS);

            assertThat(games.statusCode()).isEqualTo(200);
            assertThat(games.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(refused.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(feed.isOutputClosed()).isFalse();
            feed.abort();
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            test-only-mismatch.pem | the private key does not belong to the first certificate
            nonsense               | must hold one private key and at least one certificate, found 0 and 0
            encrypted              | convert the key first
            """)
    void aKeyThatCannotServeIsNamed(String name, String message) throws Exception {
        Path pem = switch (name) {
            case "nonsense" -> Files.writeString(folder.resolve(name), "hello");
            case "encrypted" ->
                Files.writeString(
                        folder.resolve(name),
                        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
            default -> pem(name);
        };

        assertThatThrownBy(() -> PemKey.read(pem))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("pem-file: ")
                .hasMessageContaining(message);
    }

    @Test
    void theStoreHoldsTheWholeChain() throws Exception {
        PemKey key = PemKey.read(pem("test-only-pkcs8.pem"));

        assertThat(key.keyStore().getCertificateChain("botpit")).hasSize(1);
    }

    private static Path pem(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(TlsTest.class.getResource(name)).toURI());
    }

    @Test
    void aNewCertificateIsServedWithoutARestartAndOldConnectionsLiveOn() throws Exception {
        Path pem = Files.copy(pem("test-only-pkcs8.pem"), folder.resolve("pit.pem"));
        SSLContext both = trusting(pem, pem("test-only-ec.pem"));
        try (Pit pit = Pit.open(Map.of(Setting.PEM_FILE, pem.toString()));
                HttpClient client = HttpClient.newBuilder().sslContext(both).build()) {
            pit.listening.watchCertificate(this::again);
            BlockingQueue<String> heard = new LinkedBlockingQueue<>();
            WebSocket old = client.newWebSocketBuilder()
                    .buildAsync(URI.create("wss://localhost:" + pit.http.httpPort() + "/"), ear(heard))
                    .get(10, TimeUnit.SECONDS);
            assertThat(served(both, pit.http.httpPort())).isEqualTo(certificate("test-only-pkcs8.pem"));

            Files.copy(pem("test-only-ec.pem"), pem, StandardCopyOption.REPLACE_EXISTING);
            hand.pass(Duration.ofMillis(9_999));
            assertThat(served(both, pit.http.httpPort())).isEqualTo(certificate("test-only-pkcs8.pem"));
            hand.pass(Duration.ofMillis(1));

            assertThat(served(both, pit.http.httpPort())).isEqualTo(certificate("test-only-ec.pem"));
            assertThat(served(both, pit.http.feedPort())).isEqualTo(certificate("test-only-ec.pem"));
            old.sendText("{}", true).join();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("{\"status\":true}");
            old.abort();
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello | must hold one private key and at least one certificate, found 0 and 0
            ''    | cannot read
            """)
    void aBadFileKeepsTheOldCertificateUntilAGoodOneComesAndIsToldOnce(String text, String reason) throws Exception {
        Path pem = Files.copy(pem("test-only-pkcs8.pem"), folder.resolve("pit.pem"));
        Logger logger = (Logger) LoggerFactory.getLogger(Certificate.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try (Pit pit = Pit.open(Map.of(Setting.PEM_FILE, pem.toString()))) {
            pit.listening.watchCertificate(this::again);
            Files.delete(pem);
            if (!text.isEmpty()) {
                Files.writeString(pem, text);
            }
            hand.pass(Duration.ofSeconds(30));
            SSLContext both = trusting(pem("test-only-pkcs8.pem"), pem("test-only-ec.pem"));
            assertThat(served(both, pit.http.httpPort())).isEqualTo(certificate("test-only-pkcs8.pem"));
            Files.copy(pem("test-only-ec.pem"), pem, StandardCopyOption.REPLACE_EXISTING);
            hand.pass(Duration.ofSeconds(10));

            assertThat(served(both, pit.http.httpPort())).isEqualTo(certificate("test-only-ec.pem"));
            assertThat(log.list)
                    .filteredOn(line -> line.getLevel() == Level.ERROR)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.getFormattedMessage())
                                .startsWith("the old certificate stays in use: ")
                                .contains(pem.toString(), reason);
                    });
        } finally {
            logger.detachAppender(log);
        }
    }

    private void again(Duration pause, Runnable task) {
        hand.after(pause, () -> {
            task.run();
            again(pause, task);
        });
    }

    private static java.security.cert.Certificate certificate(String name) throws URISyntaxException {
        return PemKey.read(pem(name)).chain().getFirst();
    }

    private static java.security.cert.Certificate served(SSLContext context, int port) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static WebSocket.Listener ear(BlockingQueue<String> heard) {
        return new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                heard.add(data.toString());
                socket.request(1);
                return null;
            }
        };
    }

    private static HttpClient client(Path pem) throws Exception {
        return HttpClient.newBuilder().sslContext(trusting(pem)).build();
    }

    private static SSLContext trusting(Path... pems) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (Path pem : pems) {
            trusted.setCertificateEntry(pem.toString(), PemKey.read(pem).chain().getFirst());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
