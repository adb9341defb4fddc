/**
 * Tournaments as pure machines: what happened goes in, the bouts to be played next and the table come out. The
 * vocabulary, chance and the pairing may enter; whoever runs the bouts is outside. Everything follows from the facts and
 * their times, so that anybody can compute a table again. One thread; records and views may go anywhere.
 */
@NullMarked
package io.botpit.game.tournament;

import org.jspecify.annotations.NullMarked;
