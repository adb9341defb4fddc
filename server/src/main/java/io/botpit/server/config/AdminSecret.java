package io.botpit.server.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The secret that makes somebody the referee. There is no default: it is configured, or a random one is kept in the
 * data folder.
 *
 * @param secret never printed
 * @param file where it stands, so that the path can be printed; empty if it came from the environment
 */
public record AdminSecret(Secret secret, Optional<Path> file) {
    /** The file's name in the data folder. */
    public static final String FILE_NAME = "admin-secret";

    private static final int GENERATED_BYTES = 32;
    private static final int CHARS_MIN = 8;
    private static final int CHARS_MAX = 256;
    private static final List<String> KNOWN = List.of(
            "admin",
            "admin_admin",
            "administrator",
            "password",
            "passw0rd",
            "changeme",
            "change-me",
            "secret",
            "botpit",
            "letmein",
            "12345678",
            "123456789",
            "qwertyui",
            "adminadmin",
            "password1",
            "rootroot");

    /**
     * The configured secret, or the one of the data folder, made and written (mode 0600) if there is none yet. Call it
     * with the folder locked. {@link ConfigProblem} for one that anybody would guess.
     */
    public static AdminSecret openOrGenerate(ServerConfig.Admin admin, Path dataFolder) throws IOException {
        Optional<AdminSecret> found = find(admin, dataFolder);
        return found.isPresent() ? found.get() : generate(dataFolder.resolve(FILE_NAME));
    }

    /** Likewise, but changes nothing: empty if there is none. */
    public static Optional<AdminSecret> find(ServerConfig.Admin admin, Path dataFolder) throws IOException {
        if (admin.secret().isPresent()) {
            String text = admin.secret().get().text();
            return Optional.of(new AdminSecret(checked(text, Setting.ADMIN_SECRET.variable()), Optional.empty()));
        }
        Path file = admin.secretFile().orElse(dataFolder.resolve(FILE_NAME));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(
                new AdminSecret(checked(Files.readString(file).strip(), file.toString()), Optional.of(file)));
    }

    /** Whether the offered text is the secret; takes the same time whatever is wrong with it. */
    public boolean matches(String offered) {
        return MessageDigest.isEqual(digest(offered), digest(secret.text()));
    }

    private static AdminSecret generate(Path file) throws IOException {
        byte[] random = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(random);
        String text = HexFormat.of().formatHex(random);
        Files.createFile(file, ownerOnly());
        Files.writeString(file, text + "\n", StandardOpenOption.WRITE);
        return new AdminSecret(new Secret(text), Optional.of(file));
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Secret checked(String text, String origin) {
        if (text.length() < CHARS_MIN || text.length() > CHARS_MAX) {
            throw new ConfigProblem(
                    origin + ": the admin secret must have " + CHARS_MIN + " to " + CHARS_MAX + " characters");
        }
        if (KNOWN.contains(text.toLowerCase(Locale.ROOT))
                || text.chars().distinct().count() == 1) {
            throw new ConfigProblem(origin + ": the admin secret is one that everybody tries first; choose another");
        }
        return new Secret(text);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
