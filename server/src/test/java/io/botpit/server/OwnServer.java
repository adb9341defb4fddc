package io.botpit.server;

import io.botpit.server.cli.Program;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A whole server in the JVM of a test, on free ports, with its data in {@code data} of the test's folder. */
final class OwnServer {
    private OwnServer() {}

    static ServerConfig config(Path folder, Map<Setting, String> more) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        settings.put(Setting.PORT, "0");
        settings.put(Setting.FEED_PORT, "0");
        settings.put(Setting.DATA, folder.resolve("data").toString());
        settings.putAll(more);
        return ServerConfig.read(settings, Map.of(), Optional.empty());
    }

    static Program.Server start(Path folder, Map<Setting, String> more) throws IOException {
        return Wiring.start(config(folder, more), Wiring.Outside.real());
    }
}
