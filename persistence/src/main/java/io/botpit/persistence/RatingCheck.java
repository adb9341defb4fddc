package io.botpit.persistence;

import io.botpit.persistence.Recomputed.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes all ratings anew from the stored results, and compares them with the stored ones, byte for byte. Writes nothing. For
 * one thread, while no {@link Projector} runs.
 */
public final class RatingCheck {
    private final Database database;

    public RatingCheck(Database database) {
        this.database = database;
    }

    /**
     * Computes and compares.
     *
     * @param text is given every line of the ratings as they are computed
     */
    public Recomputed compare(Consumer<String> text) {
        RatingSheet sheet = new RatingSheet(database.sql());
        RatingSheet.Digest digest = new RatingSheet.Digest();
        sheet.computed(line -> {
            digest.add(line);
            text.accept(line);
        });
        String sha256 = digest.hex();
        return new Recomputed(
                digest.lines(), sha256, 0, sha256.equals(sheet.sha256OfStored()) ? null : difference(sheet));
    }

    private static @Nullable Difference difference(RatingSheet sheet) {
        List<String> stored = new ArrayList<>();
        List<String> computed = new ArrayList<>();
        sheet.stored(stored::add);
        sheet.computed(computed::add);
        return Recomputed.difference(stored, computed);
    }
}
