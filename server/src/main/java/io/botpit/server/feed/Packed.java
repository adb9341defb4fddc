package io.botpit.server.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A body in UTF-8 that is made and compressed once, and sent to many. Immutable. */
public final class Packed {
    private final byte[] packed;
    private final String digest;

    /** @param packed as gzip */
    Packed(byte[] packed) {
        this.packed = packed;
        try {
            this.digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Compresses a body. */
    public static Packed of(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packed(packed.toByteArray());
    }

    /** The compressed bytes. */
    public long size() {
        return packed.length;
    }

    /** Two with the same digest are the same. */
    public String digest() {
        return digest;
    }

    /** As gzip. */
    public InputStream packed() {
        return new ByteArrayInputStream(packed);
    }

    /** As it was. */
    public InputStream plain() {
        try {
            return new GZIPInputStream(packed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
