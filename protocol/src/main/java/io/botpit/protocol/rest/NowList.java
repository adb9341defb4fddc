package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Games that are not over, the most interesting first. */
public record NowList(List<NowGame> games) implements RestBody {
    public NowList {
        games = List.copyOf(games);
    }

    /**
     * A game at this moment.
     *
     * @param time what is left of the time limit, and the limit, in milliseconds; null: none
     * @param look how much there is to see
     * @param leaders the first of the table
     */
    public record NowGame(
            String id,
            String title,
            String preset,
            String phase,
            int players,
            @JsonUnwrapped Time time,
            @JsonUnwrapped Look look,
            List<Leader> leaders) {
        public NowGame {
            leaders = List.copyOf(leaders);
        }
    }

    /** The clock of a game. */
    public record Time(@Nullable Long leftMs, @Nullable Long timeLimitMs) {}

    /**
     * How much there is to see.
     *
     * @param viewers pages that show it now
     * @param interest 0 to 1
     * @param lead the gap between the first two; null: there are none
     */
    public record Look(
            int viewers, double interest, @Nullable String lead) {}

    /**
     * One of the first.
     *
     * @param points its scores of the last minute, oldest first
     */
    public record Leader(String name, boolean house, String score, List<BigDecimal> points) {
        public Leader {
            points = List.copyOf(points);
        }
    }
}
