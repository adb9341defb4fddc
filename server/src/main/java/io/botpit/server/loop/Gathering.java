package io.botpit.server.loop;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.Query;
import io.botpit.game.random.Dice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open batch of a game in fair mode: what players wish waits in it until it closes, at a whole multiple of its
 * length in the game's time. Who was nearest to the server is forgotten then: cancels go first, and both cancels and the
 * rest go in passes that take one wish of each player, in an order that the game's seed draws for each batch.
 * {@code game.audit} checks the same from the journal. Game's thread only.
 */
final class Gathering {
    /** Of the game's dice, those that order batches. */
    private static final String DICE = "batches";

    private static final long MICROS_PER_MILLI = 1_000;

    private final long lengthMicros;
    private final Dice dice;
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Task.Ask> questions = new ArrayList<>();
    private final Set<PlayerId> players = new HashSet<>();
    /** Taken out in this turn, but not answered before it is stored. */
    private final List<Task> taken = new ArrayList<>();

    private @Nullable GameTime closesAt;
    private boolean extended;

    /** A wish and the task that brought it. */
    record Wish(PlayerCommand command, Task.Do task) {}

    /** @param batchMillis at least 1 */
    Gathering(int batchMillis, long seed) {
        lengthMicros = batchMillis * MICROS_PER_MILLI;
        dice = new Dice(seed).split(DICE);
    }

    /** Opens a batch with it if none is open. */
    void add(Wish wish, GameTime now) {
        if (closesAt == null) {
            closesAt = boundaryAfter(now);
            extended = false;
        }
        wishes.add(wish);
        players.add(wish.command().player());
    }

    /** Keeps a question whose answer depends on what its asker has in the batch; false for any other. */
    boolean keeps(Task.Ask question) {
        boolean own = question.queries().stream()
                .anyMatch(query -> asker(query).filter(players::contains).isPresent());
        return own && questions.add(question);
    }

    /** When the open batch closes; empty without one. */
    Optional<GameTime> closesAt() {
        return Optional.ofNullable(closesAt);
    }

    boolean isDue(GameTime now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    /**
     * Keeps the batch open for at least its length from now on, since the server was away when it should have closed:
     * whose wishes waited at the door comes in as well. Once for each batch, or a slow machine would never close one.
     */
    boolean extend(GameTime now) {
        boolean first = !extended;
        if (first) {
            extended = true;
            closesAt = boundaryAfter(now.plusMicros(lengthMicros));
        }
        return first;
    }

    /** What is in the batch, in the order in which it counts; the next wish opens another. */
    List<Wish> close() {
        List<Wish> ordered = closesAt == null ? List.of() : inOrder(closesAt.micros() / lengthMicros);
        ordered.forEach(wish -> taken.add(wish.task()));
        wishes.clear();
        players.clear();
        closesAt = null;
        return ordered;
    }

    /** The questions that waited for a batch which is closed now. */
    List<Task.Ask> takeQuestions() {
        List<Task.Ask> asked = List.copyOf(questions);
        taken.addAll(asked);
        questions.clear();
        return asked;
    }

    /** What was taken out is stored, and its senders know. */
    void settled() {
        taken.clear();
    }

    /** All whose senders wait for an answer. */
    List<Task> unanswered() {
        List<Task> all = new ArrayList<>(taken);
        all.addAll(held());
        return all;
    }

    /** What waits for the batch to close. */
    List<Task> held() {
        List<Task> all = new ArrayList<>(questions);
        wishes.forEach(wish -> all.add(wish.task()));
        return all;
    }

    private GameTime boundaryAfter(GameTime now) {
        return new GameTime((now.micros() / lengthMicros + 1) * lengthMicros);
    }

    private List<Wish> inOrder(long batch) {
        Map<PlayerId, Queue<Wish>> cancels = new TreeMap<>();
        Map<PlayerId, Queue<Wish>> others = new TreeMap<>();
        Map<PlayerId, Set<ClientOrderId>> placed = new TreeMap<>();
        for (Wish wish : wishes) {
            PlayerId player = wish.command().player();
            Set<ClientOrderId> earlier = placed.get(player);
            boolean first = goesFirst(wish.command().intent(), earlier);
            (first ? cancels : others)
                    .computeIfAbsent(player, _ -> new ArrayDeque<>())
                    .add(wish);
            if (wish.command().intent() instanceof Intent.PlaceOrder order) {
                note(placed.computeIfAbsent(player, _ -> new HashSet<>()), order);
            }
        }
        Dice draw = dice.split(batch);
        // A number for each player, whoever else is there: a batch that a crash cut short keeps its order.
        List<PlayerId> lineup = players.stream()
                .sorted(Comparator.comparingLong(
                                (PlayerId player) -> draw.split(player.number()).next())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Wish> ordered = new ArrayList<>(wishes.size());
        pass(lineup, cancels, ordered);
        pass(lineup, others, ordered);
        return ordered;
    }

    private static void note(Set<ClientOrderId> placed, Intent.PlaceOrder order) {
        if (order.clientId() != null) {
            placed.add(order.clientId());
        }
    }

    /**
     * Whether it only takes back what was there before the batch; a cancel of an order that its sender placed earlier in
     * the batch stays behind that.
     *
     * @param placed client order ids of what the same player placed earlier in the batch; null: nothing
     */
    private static boolean goesFirst(Intent intent, @Nullable Set<ClientOrderId> placed) {
        return switch (intent) {
            case Intent.CancelOrder(OrderReference.ByClientId(var id)) -> placed == null || !placed.contains(id);
            case Intent.CancelOrder(OrderReference.ByNumber _) -> true;
            case Intent.CancelAll _ -> placed == null;
            case Intent.PlaceOrder _, Intent.AmendOrder _, Intent.CancelAfter _, Intent.Say _ -> false;
        };
    }

    /** One of each in turn, until all are through. */
    private static void pass(List<PlayerId> lineup, Map<PlayerId, Queue<Wish>> waiting, List<Wish> ordered) {
        while (waiting.values().stream().anyMatch(queue -> !queue.isEmpty())) {
            lineup.stream()
                    .map(waiting::get)
                    .filter(queue -> queue != null && !queue.isEmpty())
                    .map(Queue::remove)
                    .forEach(ordered::add);
        }
    }

    private static Optional<PlayerId> asker(Query query) {
        return switch (query) {
            case Query.OpenOrders(var player) -> Optional.of(player);
            case Query.AllOpenOrders(var player) -> Optional.of(player);
            case Query.Balances(var player) -> Optional.of(player);
            case Query.Fills(var player) -> Optional.of(player);
            case Query.CompletedOrders(var player) -> Optional.of(player);
            case Query.DryRun(var player, var _) -> Optional.of(player);
            case Query.Audit(var player) -> Optional.of(player);
            case Query.Mark _, Query.Depth _, Query.Standings _ -> Optional.empty();
        };
    }
}
