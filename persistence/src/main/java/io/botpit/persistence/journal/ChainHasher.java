package io.botpit.persistence.journal;

import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.Stamped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Computes the links of a chain, with a buffer of its own. For one thread. */
final class ChainHasher {
    private static final int CAPACITY_BYTES = 4_096;

    private final MessageDigest digest = sha256();
    private final ByteWriter bytes = new ByteWriter(CAPACITY_BYTES);

    /** Begins the next link: SHA-256 over the head so far, the body of a record, and what came of it. */
    ChainHasher after(Chain before) {
        digest.update(before.bytes());
        return this;
    }

    ChainHasher add(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
        return this;
    }

    Chain link() {
        return new Chain(digest.digest());
    }

    /** The link of a record that has no outcome. */
    Chain link(Chain before, ByteReader body) {
        after(before);
        body.hashInto(digest);
        return link();
    }

    /** The link of a command that has been replayed. */
    Chain link(Chain before, Stamped<Command> stamped, List<Event> outcome) {
        bytes.clear();
        bytes.raw(before.bytes(), 0, Chain.BYTES);
        CommandCodec.write(bytes, stamped);
        EventCodec.write(bytes, outcome);
        return add(bytes.array(), 0, bytes.length()).link();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
