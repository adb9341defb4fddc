package io.botpit.persistence;

import io.botpit.game.rating.Held;
import io.botpit.game.rating.Rating;
import io.botpit.game.rating.Ratings;
import io.botpit.persistence.RatingBook.Turn;
import io.botpit.persistence.RatingTables.Progress;
import io.botpit.persistence.RatingTables.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * All ratings as text, line by line and exact to the last bit: as they are stored, and as the stored results give them
 * anew. In memory is one rating per bot and pool, however many games there were. For one thread, while nobody writes.
 */
record RatingSheet(DSLContext sql) {
    private static final String FORMAT = "botpit ratings 1";
    private static final int GAMES_PER_TURN = 500;

    void stored(Consumer<String> lines) {
        RatingTables tables = new RatingTables(sql);
        Progress progress = tables.progress();
        lines.accept(FORMAT);
        for (int after = 0; after < progress.listed(); after += GAMES_PER_TURN) {
            tables.steps(after, GAMES_PER_TURN).forEach(step -> lines.accept(line(step)));
        }
        end(tables.held(DSL.noCondition()), progress, lines);
    }

    /** As far as the stored ones are: results that are merely not in them yet are left out. */
    void computed(Consumer<String> lines) {
        int until = new RatingTables(sql).progress().listed();
        Ratings ratings = new Ratings();
        RatingBook book = new RatingBook(sql);
        Progress progress = new Progress(0, 0);
        lines.accept(FORMAT);
        while (progress.listed() < until) {
            Turn turn = book.take(ratings, progress, Math.min(GAMES_PER_TURN, until - progress.listed()));
            turn.steps().forEach(step -> lines.accept(line(step)));
            if (turn.reached().equals(progress)) {
                break;
            }
            progress = turn.reached();
        }
        end(ratings.all(), progress, lines);
    }

    String sha256OfStored() {
        Digest digest = new Digest();
        stored(digest::add);
        return digest.hex();
    }

    String sha256OfComputed() {
        Digest digest = new Digest();
        computed(digest::add);
        return digest.hex();
    }

    private static void end(List<Held> held, Progress progress, Consumer<String> lines) {
        held.forEach(rating -> lines.accept("rating " + words(rating)));
        lines.accept("games " + progress.listed() + " epoch " + progress.epoch());
    }

    private static String line(Step step) {
        return "change " + step.listed() + " " + step.change().game() + " "
                + words(step.change().before()) + " to " + words(step.change().after()) + " ended "
                + step.endedAt().micros();
    }

    private static String words(Held held) {
        return held.player().number() + " " + held.pool().code() + " " + words(held.rating()) + " games " + held.games()
                + " at " + held.at().micros();
    }

    private static String words(Rating rating) {
        return rating.value() + " " + rating.deviation() + " " + rating.volatility();
    }

    /** Of lines, each with its end. */
    static final class Digest {
        private final MessageDigest sha256 = sha256();
        private long lines;

        void add(String line) {
            lines++;
            sha256.update(line.getBytes(StandardCharsets.US_ASCII));
            sha256.update((byte) '\n');
        }

        long lines() {
            return lines;
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
