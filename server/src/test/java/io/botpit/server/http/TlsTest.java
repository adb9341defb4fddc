package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.server.config.ConfigProblem;
import io.botpit.server.config.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsTest {
    @TempDir
    private Path folder;

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
            WebSocket feed = client.newWebSocketBuilder()
                    .buildAsync(URI.create("wss://localhost:" + pit.http.feedPort() + "/"), new WebSocket.Listener() {})
                    .get(10, TimeUnit.SECONDS);

            assertThat(games.statusCode()).isEqualTo(200);
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

    private static HttpClient client(Path pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("pit", PemKey.read(pem).chain().getFirst());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
