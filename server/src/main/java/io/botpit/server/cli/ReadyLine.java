package io.botpit.server.cli;

import io.botpit.protocol.Word;
import io.botpit.server.config.AdminSecret;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;

/** What a server says when it can be used. Scripts rely on every word of it. */
final class ReadyLine {
    private ReadyLine() {}

    static String of(ServerConfig config, Program.Server server) {
        return "botpit ready http=" + address(config, server.httpPort()) + " feed="
                + address(config, server.feedPort()) + " data="
                + config.storage().dataFolder() + " durability="
                + Word.of(config.storage().durability()) + " pid="
                + ProcessHandle.current().pid();
    }

    /** Where the secret is; never the secret. */
    static String secret(ServerConfig config) {
        if (config.admin().secret().isPresent()) {
            return "admin secret: from " + Setting.ADMIN_SECRET.variable();
        }
        return "admin secret: in the file "
                + config.admin()
                        .secretFile()
                        .orElse(config.storage().dataFolder().resolve(AdminSecret.FILE_NAME));
    }

    /** The page's address, for a person on this machine. */
    static String page(ServerConfig config, Program.Server server) {
        String bind = config.network().bindAddress();
        boolean any = bind.equals("0.0.0.0") || bind.equals("::");
        String scheme = config.network().pemFile().isPresent() ? "https" : "http";
        return scheme + "://" + (any ? "127.0.0.1" : host(bind)) + ":" + server.httpPort();
    }

    private static String address(ServerConfig config, int port) {
        return host(config.network().bindAddress()) + ":" + port;
    }

    private static String host(String bind) {
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }
}
