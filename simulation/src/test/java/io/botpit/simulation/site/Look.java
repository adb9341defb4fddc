package io.botpit.simulation.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;

/** Through which window somebody looks: width and height in CSS pixels, the theme of the system. */
record Look(int width, int height, ColorScheme theme, boolean still) {
    private static final int[] DESK = {1440, 900};
    private static final int[] PHONE = {390, 844};

    static Look desk() {
        return new Look(DESK[0], DESK[1], ColorScheme.DARK, false);
    }

    static Look phone() {
        return new Look(PHONE[0], PHONE[1], ColorScheme.LIGHT, false);
    }

    /** Both sizes and both themes; each of the one with each of the other by {@code -Dbotpit.all-looks=true}. */
    static List<Look> all() {
        return Boolean.getBoolean("botpit.all-looks")
                ? List.of(desk(), desk().lit(), phone(), phone().dark())
                : List.of(desk(), phone());
    }

    Look lit() {
        return new Look(width, height, ColorScheme.LIGHT, still);
    }

    Look dark() {
        return new Look(width, height, ColorScheme.DARK, still);
    }

    /** With nothing that moves. */
    Look asStill() {
        return new Look(width, height, theme, true);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(theme)
                .setReducedMotion(still ? ReducedMotion.REDUCE : ReducedMotion.NO_PREFERENCE)
                .setHasTouch(width == PHONE[0]);
    }

    @Override
    public String toString() {
        return theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height;
    }
}
