package io.botpit.game.tournament;

import io.botpit.game.PlayerId;
import java.util.List;

/** A bout that was drawn just now. */
record Draft(Bout.Spot spot, List<PlayerId> seats, boolean half) {}
