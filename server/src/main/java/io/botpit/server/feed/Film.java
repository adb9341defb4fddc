package io.botpit.server.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** All frames of a game that is over, as one JSON text, compressed. Immutable. */
public final class Film {
    private final byte[] packed;
    private final String digest;

    Film(byte[] packed) {
        this.packed = packed;
        try {
            this.digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The compressed bytes. */
    public long size() {
        return packed.length;
    }

    /** Two films with the same digest are the same. */
    public String digest() {
        return digest;
    }

    /** As gzip. */
    public InputStream packed() {
        return new ByteArrayInputStream(packed);
    }

    /** As JSON in UTF-8. */
    public InputStream plain() {
        try {
            return new GZIPInputStream(packed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
