package io.botpit.server.http;

import io.botpit.server.config.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of both ports, which changes with its file. Connections keep the one with which they were opened. A
 * file that cannot be used changes nothing and is told once. One thread at a time.
 */
final class Certificate {
    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);

    private final Path file;
    private final List<SslContextFactory.Server> ports = new CopyOnWriteArrayList<>();
    private Seen seen;
    private KeyStore store;

    private record Seen(FileTime changed, long bytes) {
        private static final Seen NOTHING = new Seen(FileTime.fromMillis(0), 0);

        static Seen of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Seen(now.lastModifiedTime(), now.size());
            } catch (IOException e) {
                return NOTHING; // reading it will say why
            }
        }
    }

    private Certificate(Path file) {
        this.file = file;
        this.seen = Seen.of(file);
        this.store = store(file);
    }

    /** {@link ConfigProblem} says what is wrong with a file. */
    static Certificate read(Path file) {
        return new Certificate(file);
    }

    /** For one port more. */
    SslContextFactory.Server port() {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(store);
        tls.setKeyStorePassword(PemKey.STORE_PASSWORD);
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.setSniRequired(false);
        ports.add(tls);
        return tls;
    }

    /** Serves what is in the file now, if it changed. */
    void look() {
        Seen now = Seen.of(file);
        if (now.equals(seen)) {
            return;
        }
        try {
            store = store(file);
            for (SslContextFactory.Server port : ports) {
                port.reload(tls -> tls.setKeyStore(store));
            }
            // Not before: where one port failed, the next look begins with all of them again.
            seen = now;
            LOG.info("new certificate from {}", file);
        } catch (ConfigProblem e) {
            seen = now;
            LOG.error("the old certificate stays in use: {}", e.getMessage());
        } catch (Exception e) {
            throw new IllegalStateException("cannot serve the new certificate of " + file, e);
        }
    }

    private static KeyStore store(Path file) {
        try {
            return PemKey.read(file).keyStore();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory needs nothing", e);
        }
    }
}
