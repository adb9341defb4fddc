package io.botpit.server.cli;

import io.botpit.server.config.AdminSecret;
import io.botpit.server.config.Secret;
import io.botpit.server.config.ServerConfig;
import io.botpit.server.config.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the commands of the admin find the secret. */
final class AdminSecretOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "./data",
            description = "The server's data folder. Default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(names = "--admin-secret-file", paramLabel = "FILE", description = "File with the admin secret.")
    private @Nullable Path secretFile;

    /** {@link Failed} where there is none. */
    String secret(Map<String, String> environment) throws IOException {
        ServerConfig.Admin admin = new ServerConfig.Admin(
                Optional.ofNullable(environment.get(Setting.ADMIN_SECRET.variable()))
                        .map(Secret::new),
                Optional.ofNullable(secretFile));
        return AdminSecret.find(admin, data)
                .orElseThrow(() -> new Failed("no admin secret in BOTPIT_ADMIN_SECRET or in "
                        + (secretFile == null ? data.resolve(AdminSecret.FILE_NAME) : secretFile)))
                .secret()
                .text();
    }
}
