package io.botpit.persistence;

import io.botpit.game.GameTime;

/** What version a bot said it was, and since when. */
public record VersionRow(String version, GameTime announcedAt) {}
