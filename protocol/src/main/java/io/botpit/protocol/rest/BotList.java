package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** All bots by name. */
public record BotList(List<BotItem> bots) implements RestBody {
    public BotList {
        bots = List.copyOf(bots);
    }

    /**
     * One bot in the list.
     *
     * @param house whether the server itself runs it
     * @param ratings one for each pool it is rated in
     */
    public record BotItem(
            String name,
            boolean house,
            int games,
            int wins,
            @JsonUnwrapped BotNow now,
            List<PoolRating> ratings) {
        public BotItem {
            ratings = List.copyOf(ratings);
        }
    }
}
