package io.botpit.dialect.arena;

/** An address as everybody may see it: enough to tell a neighbour from a stranger, not enough to call. */
final class MaskedAddress {
    private static final int GROUPS_SHOWN = 2;

    private MaskedAddress() {}

    /** {@code 127.0.x.x} for {@code 127.0.0.1:38028}, {@code 2001:db8:x} for an IPv6 address, else {@code x}. */
    static String of(String address) {
        String bare = address.replace("/", "").replace("[", "");
        String[] dotted = bare.split("\\.", -1);
        if (dotted.length == 4 && areDigits(dotted)) {
            return dotted[0] + "." + dotted[1] + ".x.x";
        }
        String[] groups = bare.split(":", -1);
        if (groups.length > GROUPS_SHOWN && isHex(groups[0]) && isHex(groups[1])) {
            return groups[0] + ":" + groups[1] + ":x";
        }
        return "x";
    }

    private static boolean areDigits(String[] dotted) {
        return isNumber(dotted[0]) && isNumber(dotted[1]);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isHex(String text) {
        return text.length() <= 4 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
