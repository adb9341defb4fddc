package io.botpit.server.cli;

import io.botpit.bots.house.HouseBots.HouseBot;
import io.botpit.server.local.GuestLimits;
import java.util.List;

/** Who plays a local game, and how long it waits for them. */
record Lineup(List<HouseBot> house, List<Contender> contenders, GuestLimits limits) {
    Lineup {
        house = List.copyOf(house);
        contenders = List.copyOf(contenders);
    }

    Lineup patient() {
        return new Lineup(house, contenders, limits.patient());
    }
}
