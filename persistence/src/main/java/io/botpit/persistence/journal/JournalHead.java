package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.rules.GameRules;

/**
 * The first record of a game's journal: which game this is.
 *
 * @param title for people
 * @param openedAt when the journal was begun
 */
public record JournalHead(GameId game, String title, GameTime openedAt, GameRules rules) {
    void write(ByteWriter out) {
        out.eightBytes(0);
        out.text(game.text());
        out.text(title);
        out.number(openedAt.micros());
        RulesCodec.write(out, rules);
    }

    static JournalHead read(ByteReader in) {
        in.eightBytes();
        JournalHead head =
                new JournalHead(new GameId(in.text()), in.text(), new GameTime(in.number()), RulesCodec.read(in));
        in.requireEnd();
        return head;
    }
}
