package io.botpit.game;

import io.botpit.game.money.Price;
import io.botpit.game.money.Symbol;

/** The mark of an instrument at the end of a game: what its final table was computed with. */
public record FinalMark(Symbol symbol, Price price) {}
