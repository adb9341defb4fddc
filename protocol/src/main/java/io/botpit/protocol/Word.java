package io.botpit.protocol;

import java.util.Locale;

/** How a closed choice is called on the wire and in files. Stateless. */
public final class Word {
    private Word() {}

    /** The constant's name in lower case, such as {@code cancel_only}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
