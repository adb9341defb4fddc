package io.botpit.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminSecretTest {
    private static final ServerConfig.Admin UNSET = new ServerConfig.Admin(Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void aRandomOneIsKeptInTheDataFolderForTheOwnerOnly() throws IOException {
        AdminSecret first = AdminSecret.openOrGenerate(UNSET, folder);
        AdminSecret second = AdminSecret.openOrGenerate(UNSET, folder);

        Path file = folder.resolve("admin-secret");
        assertThat(first.secret().text()).matches("[0-9a-f]{64}");
        assertThat(second).isEqualTo(first);
        assertThat(first.file()).contains(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyTheSecretMatches() throws IOException {
        AdminSecret secret = AdminSecret.openOrGenerate(UNSET, folder);

        assertThat(secret.matches(secret.secret().text())).isTrue();
        assertThat(secret.matches(secret.secret().text() + "0")).isFalse();
        assertThat(secret.matches("")).isFalse();
        assertThat(secret.toString()).doesNotContain(secret.secret().text());
    }

    @Test
    void findingChangesNothing() throws IOException {
        assertThat(AdminSecret.find(UNSET, folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theEnvironmentBeatsTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "a-secret-of-mine\r\n");
        ServerConfig.Admin both = new ServerConfig.Admin(Optional.of(new Secret("from outside")), Optional.of(file));
        ServerConfig.Admin onlyFile = new ServerConfig.Admin(Optional.empty(), Optional.of(file));

        assertThat(AdminSecret.openOrGenerate(both, folder).matches("from outside"))
                .isTrue();
        assertThat(AdminSecret.openOrGenerate(onlyFile, folder).matches("a-secret-of-mine"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "admin_admin", "ADMIN_ADMIN", "password", "aaaaaaaaaa", "short"})
    void whatAnybodyWouldTryIsRefused(String weak) {
        ServerConfig.Admin admin = new ServerConfig.Admin(Optional.of(new Secret(weak)), Optional.empty());

        assertThatThrownBy(() -> AdminSecret.openOrGenerate(admin, folder))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("BOTPIT_ADMIN_SECRET: the admin secret ");
    }
}
