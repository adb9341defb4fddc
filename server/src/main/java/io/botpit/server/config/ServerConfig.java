package io.botpit.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything that was configured, checked as far as possible without touching a disk or a socket. Printing it shows
 * no secret.
 *
 * @param game the default game
 * @param scenarios in which games can be played
 * @param commandsPerSecond per player, burst twice that; empty: every rate limit is lifted
 * @param houseBots how many of which strategy play in the default game
 * @param logFormat of what goes to stderr
 */
public record ServerConfig(
        Network network,
        Connections connections,
        Storage storage,
        GameSetup game,
        Scenarios scenarios,
        Admin admin,
        OptionalInt commandsPerSecond,
        List<HouseBots> houseBots,
        LogFormat logFormat) {
    public ServerConfig {
        houseBots = List.copyOf(houseBots);
    }

    /**
     * Where to listen.
     *
     * @param httpPort 0: any free one
     * @param feedPort 0: any free one
     * @param pemFile present: TLS on both ports
     */
    public record Network(
            String bindAddress, int httpPort, int feedPort, Optional<Path> pemFile, List<String> allowedOrigins) {
        public Network {
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }

    /**
     * How many connections at the same time.
     *
     * @param perAddressMax does not count for the loopback
     */
    public record Connections(int max, int perAddressMax) {}

    /**
     * Where things are kept.
     *
     * @param databaseUrl empty: the H2 file in the data folder
     */
    public record Storage(Path dataFolder, Optional<String> databaseUrl, Durability durability, DiskLimits disk) {
        @Override
        public String toString() {
            return "Storage[dataFolder=" + dataFolder + ", databaseUrl="
                    + databaseUrl.map(Storage::withoutPassword).orElse("H2") + ", durability=" + durability + ", disk="
                    + disk + "]";
        }

        private static String withoutPassword(String url) {
            return url.replaceAll("(?i)(password=)[^&;]*", "$1(hidden)").replaceAll("//[^/@]*@", "//(hidden)@");
        }
    }

    /**
     * How little free space the disk of the data folder may have; 0: whatever it has.
     *
     * @param warnBytes below that the log says so
     * @param stopBytes below that no orders and accounts are taken
     */
    public record DiskLimits(long warnBytes, long stopBytes) {}

    /**
     * Where the admin secret comes from: the value before the file; neither: generated into the data folder.
     */
    public record Admin(Optional<Secret> secret, Optional<Path> secretFile) {}

    /**
     * Bots of one kind.
     *
     * @param count 1 or more
     */
    public record HouseBots(String strategy, int count) {}

    /** The configuration from three sources, see {@link Settings#layered}, and no defaults but the settings' own. */
    public static ServerConfig read(
            Map<Setting, String> commandLine, Map<String, String> environment, Optional<Path> file) {
        return read(Settings.layered(Map.of(), commandLine, environment, file));
    }

    /** The configuration; {@link ConfigProblem} names what is wrong. */
    public static ServerConfig read(Settings settings) {
        return new ConfigReader(settings).read();
    }
}
