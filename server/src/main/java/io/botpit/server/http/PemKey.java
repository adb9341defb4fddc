package io.botpit.server.http;

import io.botpit.server.config.ConfigProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate chain, own certificate first, and its private key, from one PEM file. The key may be PKCS#8 of any
 * kind the JDK knows, or PKCS#1 RSA. {@link ConfigProblem} says what is wrong with a file.
 */
record PemKey(List<Certificate> chain, PrivateKey key) {
    /** For the key store in memory, which never leaves the process. */
    static final String STORE_PASSWORD = "in-memory";

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+?)-----END \\1-----");
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "Ed25519");
    private static final byte[] RSA_ALGORITHM = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    private static final byte[] VERSION_ZERO = {0x02, 0x01, 0x00};
    private static final int TAG_SEQUENCE = 0x30;
    private static final int TAG_OCTETS = 0x04;
    private static final int SHORT_LENGTH_MAX = 127;

    static PemKey read(Path file) {
        try {
            PemKey pem = parse(Files.readString(file));
            pem.checkKeyBelongsToCertificate();
            return pem;
        } catch (IOException e) {
            throw new ConfigProblem("pem-file: cannot read " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigProblem("pem-file: " + file + ": " + e.getMessage(), e);
        }
    }

    KeyStore keyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("botpit", key, STORE_PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
        return store;
    }

    private static PemKey parse(String text) throws GeneralSecurityException {
        List<Certificate> chain = new ArrayList<>();
        List<PrivateKey> keys = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            byte[] der = Base64.getMimeDecoder().decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "CERTIFICATE" ->
                    chain.add(
                            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
                case "PRIVATE KEY" -> keys.add(pkcs8(der));
                case "RSA PRIVATE KEY" -> keys.add(pkcs8(wrapped(der)));
                case "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
                    throw new IllegalArgumentException("convert the key first: openssl pkcs8 -topk8 -nocrypt");
                default -> { // parameters and the like are of no use here
                }
            }
        }
        if (chain.isEmpty() || keys.size() != 1) {
            throw new IllegalArgumentException("must hold one private key and at least one certificate, found "
                    + keys.size() + " and " + chain.size());
        }
        return new PemKey(List.copyOf(chain), keys.getFirst());
    }

    private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no private key");
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                last = e; // not of this kind
            }
        }
        throw new GeneralSecurityException("the private key is neither RSA nor EC nor EdDSA", last);
    }

    /** PKCS#1 becomes PKCS#8 by putting version and algorithm in front. */
    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_ZERO);
        content.writeBytes(RSA_ALGORITHM);
        content.writeBytes(element(TAG_OCTETS, pkcs1));
        return element(TAG_SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length <= SHORT_LENGTH_MAX) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private void checkKeyBelongsToCertificate() throws GeneralSecurityException {
        String algorithm = SIGNATURES.getOrDefault(key.getAlgorithm(), "Ed25519");
        byte[] sample = {1, 2, 3};
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(sample);
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance(algorithm);
        boolean same = false;
        if (chain.getFirst().getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            verifying.initVerify(chain.getFirst());
            verifying.update(sample);
            same = verifying.verify(signature);
        }
        if (!same) {
            throw new GeneralSecurityException("the private key does not belong to the first certificate");
        }
    }
}
