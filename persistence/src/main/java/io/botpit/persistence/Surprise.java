package io.botpit.persistence;

import io.botpit.game.rating.Foretold;

/**
 * How far a bot's places were from what its ratings foretold.
 *
 * @param game this one
 * @param games of its pool up to this one, at most {@value Surprises#GAMES_MAX}
 * @param deviations of those together, in standard deviations; far below zero: places far below what the bot is worth
 */
public record Surprise(String bot, Foretold game, int games, double deviations) {}
