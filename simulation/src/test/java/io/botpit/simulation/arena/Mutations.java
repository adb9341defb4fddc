package io.botpit.simulation.arena;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils bytes: flips, cuts, splices, repeats, huge numbers, odd characters, headers. The same draws give the same. */
final class Mutations {
    private static final int LENGTH_MAX = 20_000;
    private static final List<String> NUMBERS = List.of(
            "99999999999999999999999999999999",
            "-1",
            "1e999999999",
            "0.00000000000000000000000000001",
            "9223372036854775808",
            "NaN",
            "2147483648",
            "-0");
    private static final List<String> CHARACTERS = List.of(
            "\u0000",
            "\u202e",
            "\ud83d\ude00",
            "\u0660",
            "\ufeff",
            "\\ud800",
            "\\u0000",
            "\u00e9",
            "\uff11",
            "\r\n",
            "\"",
            "\\",
            "{",
            "}",
            "%00",
            "../");
    private static final List<String> HEADERS = List.of(
            "Content-Length: 5",
            "Content-Length: -1",
            "Transfer-Encoding: chunked",
            "Expect: 100-continue",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "Host: evil.example",
            "Connection: Upgrade, close",
            "Range: bytes=0-",
            "If-None-Match: \"",
            "Accept: text/csv;q=2",
            "Accept-Encoding: gzip",
            "Origin: null",
            "Cookie: a=b",
            "Authorization: Bearer",
            "X-HTTP-Method-Override: POST",
            "Sec-WebSocket-Key: !",
            "Content-Type: text/html");

    private final Random random;
    private final List<byte[]> others;

    /** @param others what is spliced in */
    Mutations(Random random, List<byte[]> others) {
        this.random = random;
        this.others = others;
    }

    /** The same bytes, spoiled up to three times. */
    byte[] of(byte[] bytes, boolean http) {
        byte[] spoiled = bytes;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            spoiled = http && random.nextInt(3) == 0 ? withHeader(spoiled) : once(spoiled);
        }
        return spoiled.length > LENGTH_MAX ? Arrays.copyOf(spoiled, LENGTH_MAX) : spoiled;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) {
            return text(CHARACTERS);
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(12));
        byte[] other = others.get(random.nextInt(others.size()));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(bytes, at);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> replaced(bytes, at, to, new byte[0]);
            case 3 -> replaced(bytes, at, at, repeated(Arrays.copyOfRange(bytes, at, to)));
            case 4 -> replaced(bytes, at, at, text(CHARACTERS));
            case 5 -> replaced(bytes, at, to, text(CHARACTERS));
            case 6 -> number(bytes, at);
            case 7 ->
                replaced(bytes, at, at, Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length));
            default -> replaced(bytes, at, bytes.length, other);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private byte[] repeated(byte[] token) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = random.nextInt(40); i >= 0; i--) {
            all.writeBytes(token);
        }
        return all.toByteArray();
    }

    /** Puts a monster in the place of the next number, or here if there is none. */
    private byte[] number(byte[] bytes, int at) {
        int from = at;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            to++;
        }
        return from == bytes.length ? replaced(bytes, at, at, text(NUMBERS)) : replaced(bytes, from, to, text(NUMBERS));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Adds a header line behind one of the lines, or in its place. */
    private byte[] withHeader(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = Math.max(0, text.indexOf("\r\n", random.nextInt(Math.max(1, text.length()))));
        int next = text.indexOf("\r\n", Math.min(from + 2, text.length()));
        int to = random.nextBoolean() || next < 0 ? from : next;
        return replaced(
                bytes,
                from,
                to,
                ("\r\n" + HEADERS.get(random.nextInt(HEADERS.size()))).getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] text(List<String> choice) {
        return choice.get(random.nextInt(choice.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + with.length);
        all.write(bytes, 0, from);
        all.writeBytes(with);
        all.write(bytes, to, bytes.length - to);
        return all.toByteArray();
    }
}
