package io.botpit.server.lobby;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.rules.GameRules;
import io.botpit.game.scenario.Scenario;
import io.botpit.persistence.journal.JournalHead;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Draws what nobody may choose: the seed of each rated game, and the salt that hides it. Lobby's thread only. */
final class Seeds {
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** The head of a game's journal; a rated game gets chance of its own, whatever the rules came with. */
    JournalHead head(GameId id, NewGame wanted, GameTime now) {
        GameRules rules = wanted.rules();
        Scenario scenario = wanted.scenario();
        String text = scenario == null ? null : scenario.text();
        if (!rules.entry().rated()) {
            return new JournalHead(id, wanted.title(), now, "", rules, text);
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new JournalHead(
                id, wanted.title(), now, HexFormat.of().formatHex(salt), rules.withSeed(random.nextLong()), text);
    }
}
