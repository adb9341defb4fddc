package io.botpit.server.http;

import io.botpit.server.config.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Both ports, bound but not served yet, and the key of the TLS. Opened before the data folder is touched: a port that is
 * taken or a bad key must leave nothing behind. Closing it is harmless once a server took it over.
 */
public final class Listening implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final int BACKLOG_CONNECTIONS = 1_024;

    private final ServerConfig.Network network;
    private final ServerSocketChannel http;
    private final ServerSocketChannel feed;
    private final Optional<Certificate> certificate;

    private Listening(
            ServerConfig.Network network,
            ServerSocketChannel http,
            ServerSocketChannel feed,
            Optional<Certificate> certificate) {
        this.network = network;
        this.http = http;
        this.feed = feed;
        this.certificate = certificate;
    }

    /**
     * Reads the key and binds the ports.
     *
     * @throws io.botpit.server.config.ConfigProblem for a bad key
     * @throws PortTaken if a port cannot be had
     */
    public static Listening open(ServerConfig.Network network) {
        Optional<Certificate> certificate = network.pemFile().map(Certificate::read);
        ServerSocketChannel http = bind(network.bindAddress(), network.httpPort(), null);
        ServerSocketChannel feed = bind(network.bindAddress(), network.feedPort(), http);
        return new Listening(network, http, feed, certificate);
    }

    static ServerSocketChannel bind(String address, int port, @Nullable ServerSocketChannel other) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(new InetSocketAddress(address, port), BACKLOG_CONNECTIONS);
            } catch (IOException e) {
                close(channel);
                throw e;
            }
        } catch (IOException e) {
            close(other);
            throw new PortTaken("cannot listen on " + address + ":" + port + ": " + e.getMessage(), e);
        }
    }

    ServerConfig.Network network() {
        return network;
    }

    ServerSocketChannel http() {
        return http;
    }

    ServerSocketChannel feed() {
        return feed;
    }

    Optional<Certificate> certificate() {
        return certificate;
    }

    /**
     * From now on serves a certificate that comes into the file, ten seconds later at the latest.
     *
     * @param every does something again and again, with a pause before each time
     */
    public void watchCertificate(BiConsumer<Duration, Runnable> every) {
        certificate.ifPresent(it -> every.accept(LOOK_EVERY, it::look));
    }

    @Override
    public void close() {
        close(http);
        close(feed);
    }

    private static void close(@Nullable ServerSocketChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
