package io.botpit.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns texts into the configuration, setting by setting, and checks what settings demand of each other. */
final class ConfigReader {
    private static final int COMMANDS_PER_SECOND_MAX = 1_000_000;
    private static final int CONNECTIONS_MAX = 1_000_000;
    private static final int DISK_MB_MAX = 999_999_999;
    private static final long BYTES_PER_MB = 1_000_000;

    private final Settings settings;

    ConfigReader(Settings settings) {
        this.settings = settings;
    }

    ServerConfig read() {
        ServerConfig.Network network = network();
        checkPublic(network);
        checkPorts(network);
        Path data = Path.of(value(Setting.DATA).required());
        Scenarios scenarios = Scenarios.in(data);
        return new ServerConfig(
                network,
                new ServerConfig.Connections(
                        value(Setting.CONNECTIONS_MAX).integer(1, CONNECTIONS_MAX),
                        value(Setting.CONNECTIONS_PER_ADDRESS_MAX).integer(1, CONNECTIONS_MAX)),
                new ServerConfig.Storage(
                        data,
                        value(Setting.DB).text(),
                        value(Setting.DURABILITY).oneOf(Durability.class),
                        new ServerConfig.DiskLimits(bytes(Setting.DISK_WARN_MB), bytes(Setting.DISK_STOP_MB))),
                new GameReader(settings, scenarios).read(),
                scenarios,
                new ServerConfig.Admin(
                        value(Setting.ADMIN_SECRET).text().map(Secret::new), file(Setting.ADMIN_SECRET_FILE)),
                commandsPerSecond(),
                value(Setting.HOUSE_BOTS).houseBots(),
                value(Setting.LOG_FORMAT).oneOf(LogFormat.class));
    }

    private Value value(Setting setting) {
        return new Value(settings.get(setting));
    }

    private long bytes(Setting megabytes) {
        return BYTES_PER_MB * value(megabytes).integer(0, DISK_MB_MAX);
    }

    private ServerConfig.Network network() {
        return new ServerConfig.Network(
                value(Setting.BIND).required(),
                value(Setting.PORT).integer(0, 65_535),
                value(Setting.FEED_PORT).integer(0, 65_535),
                file(Setting.PEM_FILE),
                value(Setting.ALLOWED_ORIGINS).list());
    }

    private Optional<Path> file(Setting setting) {
        Optional<Path> file = value(setting).text().map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw settings.get(setting).problem("cannot read the file " + file.get());
        }
        return file;
    }

    private OptionalInt commandsPerSecond() {
        Value rate = value(Setting.RATE_LIMIT);
        return rate.is("off") ? OptionalInt.empty() : OptionalInt.of(rate.integer(1, COMMANDS_PER_SECOND_MAX));
    }

    private void checkPorts(ServerConfig.Network network) {
        if (network.httpPort() != 0 && network.httpPort() == network.feedPort()) {
            throw settings.get(Setting.FEED_PORT)
                    .problem("must differ from port, both are " + network.httpPort() + "; 0 takes any free one");
        }
    }

    private void checkPublic(ServerConfig.Network network) {
        boolean plainAllowed =
                value(Setting.INSECURE_PUBLIC).flag() || network.pemFile().isPresent();
        try {
            if (!InetAddress.getByName(network.bindAddress()).isLoopbackAddress() && !plainAllowed) {
                throw settings.get(Setting.BIND)
                        .problem(network.bindAddress() + " is open to others: give --pem-file for TLS, "
                                + "or --insecure-public if you mean it");
            }
        } catch (UnknownHostException e) {
            throw settings.get(Setting.BIND).problem("no such address: " + network.bindAddress());
        }
    }
}
