package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.tournament.Bout.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is free plays with those whose points are closest, and not with whom he met just before. A table that does not
 * fill within {@link #PATIENCE_MILLIS} begins with those who are there, two at least, whoever they met.
 */
final class WindowDraw implements Draw {
    static final long PATIENCE_MILLIS = 10_000;

    private final History history;
    private final Format.Window format;
    private final GameTime end;
    private @Nullable GameTime dueAt;
    private int tables;

    WindowDraw(History history, Format.Window format, GameTime start) {
        this.history = history;
        this.format = format;
        this.end = start.plusMillis(format.millis());
    }

    @Override
    public List<Draft> next(GameTime now) {
        dueAt = null;
        if (!now.isBefore(end)) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        List<PlayerId> free = new ArrayList<>(free());
        Scorebook book = history.scorebook(Bout.Stage.MAIN);
        for (PlayerId host : List.copyOf(free)) {
            if (free.contains(host)) {
                table(host, free, book, now).ifPresent(seats -> {
                    free.removeAll(seats);
                    tables++;
                    drafts.add(new Draft(new Spot(Bout.Stage.MAIN, 1, tables, 1), seats, false));
                });
            }
        }
        dueAt = due(free, now);
        return drafts;
    }

    @Override
    public boolean isOver(GameTime now) {
        return !now.isBefore(end) && history.isSettled();
    }

    @Override
    public Fraction reached(PlayerId player) {
        return Fraction.ZERO;
    }

    @Override
    public @Nullable Integer rounds() {
        return null;
    }

    @Override
    public @Nullable GameTime dueAt() {
        return dueAt;
    }

    /** Who waits, the longest first. */
    private List<PlayerId> free() {
        Field field = history.field();
        return field.drawn().stream()
                .filter(field::isCheckedIn)
                .filter(player -> !history.isPlaying(player))
                .sorted(Comparator.comparing(field::freeSince))
                .toList();
    }

    private Optional<List<PlayerId>> table(PlayerId host, List<PlayerId> free, Scorebook book, GameTime now) {
        boolean patient = now.isBefore(patientUntil(host));
        List<PlayerId> others = free.stream()
                .filter(player -> !player.equals(host))
                .filter(player -> !patient || !metJustBefore(host, player, book))
                .sorted(Comparator.<PlayerId, Boolean>comparing(player -> metJustBefore(host, player, book))
                        .thenComparing(player ->
                                book.points(player).minus(book.points(host)).abs()))
                .limit(format.size() - 1)
                .toList();
        if (others.isEmpty() || patient && others.size() < format.size() - 1) {
            return Optional.empty();
        }
        List<PlayerId> seats = new ArrayList<>(List.of(host));
        seats.addAll(others);
        return Optional.of(seats);
    }

    private static boolean metJustBefore(PlayerId one, PlayerId other, Scorebook book) {
        return isLast(one, other, book) || isLast(other, one, book);
    }

    private static boolean isLast(PlayerId player, PlayerId other, Scorebook book) {
        List<Scorebook.Line> lines = book.of(player);
        return !lines.isEmpty() && lines.getLast().bout().seats(other);
    }

    private GameTime patientUntil(PlayerId player) {
        return history.field().freeSince(player).plusMillis(PATIENCE_MILLIS);
    }

    /** When somebody's patience ends, or the window does. */
    private GameTime due(List<PlayerId> waiting, GameTime now) {
        return waiting.stream()
                .map(this::patientUntil)
                .filter(until -> now.isBefore(until) && until.isBefore(end))
                .min(Comparator.naturalOrder())
                .orElse(end);
    }
}
