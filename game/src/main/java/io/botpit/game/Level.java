package io.botpit.game;

import io.botpit.game.money.Price;
import io.botpit.game.money.Quantity;

/** All resting orders of one side at one price; size 0 means the level is gone. */
public record Level(Price price, Quantity size) {}
