package io.botpit.game.audit;

import io.botpit.game.ClientOrderId;
import io.botpit.game.Command;
import io.botpit.game.Command.PlayerCommand;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.Stamped;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.GameRules;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of players' wishes in the batches of a fair game, drawn again from the seed: each wish has a rank in its
 * batch that depends on nothing but the seed, the time and what its sender sent before it in the batch.
 */
final class SeenBatches {
    private static final long MICROS_PER_MILLI = 1_000;

    private final long lengthMicros;
    private final Dice dice;
    private final Map<PlayerId, Sender> senders = new LinkedHashMap<>();
    private @Nullable GameTime at;
    private @Nullable Rank last;
    private boolean closed = true;

    SeenBatches(GameRules rules) {
        lengthMicros = rules.trading().batchMillis() * MICROS_PER_MILLI;
        dice = new Dice(rules.seed()).split("batches");
    }

    /** What one player sent in a batch so far. */
    private static final class Sender {
        final long draw;
        final Set<ClientOrderId> placed = new LinkedHashSet<>();
        boolean hasPlaced;
        int cancels;
        int others;

        Sender(long draw) {
            this.draw = draw;
        }
    }

    /** Cancels first, then pass by pass; within a pass as the seed says. */
    private record Rank(boolean afterCancels, int pass, long draw, PlayerId player) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::afterCancels)
                .thenComparingInt(Rank::pass)
                .thenComparingLong(Rank::draw)
                .thenComparing(Rank::player);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    void record(Stamped<Command> stamped) {
        if (lengthMicros == 0) {
            return;
        }
        if (stamped.value() instanceof PlayerCommand(var player, var intent)) {
            wish(stamped, player, intent);
        } else {
            closed = true;
        }
    }

    private void wish(Stamped<Command> stamped, PlayerId player, Intent intent) {
        GameTime now = stamped.at();
        Must.equal(now.micros() % lengthMicros, 0L, "rule 44: a wish between the ends of two batches");
        boolean more = now.equals(at);
        Must.hold(!more || !closed, "rule 44: a batch goes on after its end", stamped);
        if (!more) {
            at = now;
            last = null;
            closed = false;
            senders.clear();
        }
        Rank rank = rank(player, intent, now.micros() / lengthMicros);
        Must.hold(last == null || last.compareTo(rank) < 0, "rule 44: not the order the seed draws", stamped);
        last = rank;
    }

    private Rank rank(PlayerId player, Intent intent, long batch) {
        Sender sender = senders.computeIfAbsent(
                player, _ -> new Sender(dice.split(batch).split(player.number()).next()));
        boolean first = takesBackOnly(intent, sender);
        if (intent instanceof Intent.PlaceOrder order) {
            sender.hasPlaced = true;
            if (order.clientId() != null) {
                sender.placed.add(order.clientId());
            }
        }
        return new Rank(!first, first ? sender.cancels++ : sender.others++, sender.draw, player);
    }

    /** A cancel of what was there before the batch; or it would not reach what its sender placed just before it. */
    private static boolean takesBackOnly(Intent intent, Sender sender) {
        return switch (intent) {
            case Intent.CancelOrder(OrderReference.ByNumber _) -> true;
            case Intent.CancelOrder(OrderReference.ByClientId(var id)) -> !sender.placed.contains(id);
            case Intent.CancelAll _ -> !sender.hasPlaced;
            case Intent.PlaceOrder _, Intent.AmendOrder _, Intent.CancelAfter _, Intent.Say _ -> false;
        };
    }
}
