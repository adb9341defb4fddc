/**
 * Accounts, holds and transfers in double entry: one transfer moves one amount, so that money is neither made nor
 * lost. {@code io.botpit.game} and {@code io.botpit.game.money} may enter. A ledger belongs to the one thread
 * that drives its game.
 */
@NullMarked
package io.botpit.game.ledger;

import org.jspecify.annotations.NullMarked;
