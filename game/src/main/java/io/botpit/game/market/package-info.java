/**
 * One tradable pair: it joins the book and the ledger, from admission over hold, trade and settlement to release.
 * The book, the ledger, the money and the vocabulary may enter. A market belongs to the one thread that drives
 * its game.
 */
@NullMarked
package io.botpit.game.market;

import org.jspecify.annotations.NullMarked;
