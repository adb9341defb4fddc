package io.botpit.persistence.journal;

import io.botpit.game.GameId;
import io.botpit.game.GameTime;
import io.botpit.game.rules.GameRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first record of a game's journal: which game this is.
 *
 * @param title for people
 * @param openedAt when the journal was begun
 * @param salt 32 hex digits that nobody can guess; empty where the seed is not committed to
 * @param scenario the text of the scenario it is played in; null: none
 */
public record JournalHead(
        GameId game,
        String title,
        GameTime openedAt,
        String salt,
        GameRules rules,
        @Nullable String scenario) {
    /** Of a game without a scenario whose seed nobody wants to see. */
    public JournalHead(GameId game, String title, GameTime openedAt, GameRules rules) {
        this(game, title, openedAt, "", rules, null);
    }

    /**
     * What is published of the seed before anybody can know it: SHA-256 as 64 hex digits over five lines of UTF-8, each
     * with a line feed: {@code botpit seed 1}, the game's id, the seed as a signed decimal, the salt, the preset; and a
     * sixth, the text of the scenario, if there is one.
     */
    public Optional<String> commitment() {
        if (salt.isEmpty()) {
            return Optional.empty();
        }
        String text = "botpit seed 1\n" + game + "\n" + rules.seed() + "\n" + salt + "\n" + rules.preset() + "\n"
                + (scenario == null ? "" : scenario + "\n");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Optional.of(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void write(ByteWriter out) {
        out.eightBytes(0);
        out.text(game.text());
        out.text(title);
        out.number(openedAt.micros());
        out.text(salt);
        RulesCodec.write(out, rules);
        out.flag(scenario != null);
        if (scenario != null) {
            out.text(scenario);
        }
    }

    static JournalHead read(ByteReader in) {
        in.eightBytes();
        JournalHead head = new JournalHead(
                new GameId(in.text()),
                in.text(),
                new GameTime(in.number()),
                in.text(),
                RulesCodec.read(in),
                in.flag() ? in.text() : null);
        in.requireEnd();
        return head;
    }
}
