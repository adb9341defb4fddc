package io.botpit.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateTest {
    @TempDir
    private Path folder;

    @Test
    void aPortThatFailedIsTriedAgainWithTheNextLook() throws Exception {
        Path file = Files.copy(pem("test-only-pkcs8.pem"), folder.resolve("pit.pem"));
        Certificate certificate = Certificate.read(file);
        SslContextFactory.Server port = certificate.port();
        port.start();
        port.setKeyStorePassword("another");
        Files.copy(pem("test-only-ec.pem"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(certificate::look).isInstanceOf(IllegalStateException.class);

        port.setKeyStorePassword(PemKey.STORE_PASSWORD);
        certificate.look();

        assertThat(port.newSSLEngine().getSupportedProtocols()).isNotEmpty();
        port.stop();
    }

    private static Path pem(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(CertificateTest.class.getResource(name)).toURI());
    }
}
