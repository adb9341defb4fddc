package io.botpit.game.control;

import io.botpit.game.PlayerId;

/** Who wants to be let in. */
record Applicant(PlayerId id, String name, PlayerId owner, boolean house) {}
