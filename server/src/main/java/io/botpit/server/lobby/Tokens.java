package io.botpit.server.lobby;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes tokens and compares them. Only their hashes are kept. Any thread. */
public final class Tokens {
    private static final int TOKEN_BYTES = 32;
    /** Compared with where there is nothing to compare with, so that both take the same time; no token has this hash. */
    private static final String NOBODYS_HASH = "0".repeat(2 * TOKEN_BYTES);

    private final SecureRandom random = new SecureRandom();

    /** A new token: 256 random bits as 64 lower-case hex digits. */
    public String create() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** SHA-256 as 64 lower-case hex digits. Enough for a secret of 256 random bits, and not a denial of service. */
    public static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether a token belongs to a hash, in the same time for every wrong one; null: to nobody. */
    public static boolean matches(@Nullable String hash, String token) {
        byte[] expected = (hash == null ? NOBODYS_HASH : hash).getBytes(StandardCharsets.US_ASCII);
        byte[] offered = hash(token).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, offered) && hash != null;
    }
}
