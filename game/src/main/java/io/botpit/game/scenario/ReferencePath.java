package io.botpit.game.scenario;

import io.botpit.game.random.Dice;

/**
 * The course of a model, by second: a function of model and dice alone. It only remembers where it was asked last, so
 * going on is cheap and going back starts anew. One thread.
 */
final class ReferencePath {
    private final PriceModel model;
    private final Dice dice;
    private final String label;
    private Walk walk;
    private long second;
    private double share = 1;

    ReferencePath(PriceModel model, Dice dice, String label) {
        this.model = model;
        this.dice = dice;
        this.label = label;
        walk = Walk.of(model, dice.split(label));
    }

    /** As a share of the price at second 0. */
    double at(long wanted) {
        if (wanted < second) {
            walk = Walk.of(model, dice.split(label));
            second = 0;
            share = 1;
        }
        while (second < wanted) {
            share = walk.next();
            second++;
        }
        return share;
    }
}
