/**
 * The append-only, hash-chained file of each game: written before anything is published, replayed at start,
 * verified on demand. The game's vocabulary, its controller and the JDK's files may enter, no database. Each journal is
 * written by the thread of its game and by no other; never interrupt a thread that writes or reads one.
 */
@NullMarked
package io.botpit.persistence.journal;

import org.jspecify.annotations.NullMarked;
