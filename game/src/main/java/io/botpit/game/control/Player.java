package io.botpit.game.control;

import io.botpit.game.market.Trader;

/** Somebody who was admitted to a game. One thread. */
final class Player {
    private final int number;
    private final Trader trader;
    private final String name;
    private boolean present;
    private boolean frozen;

    Player(Trader trader, String name) {
        number = trader.id().number();
        this.trader = trader;
        this.name = name;
    }

    int number() {
        return number;
    }

    Trader trader() {
        return trader;
    }

    String name() {
        return name;
    }

    boolean isPresent() {
        return present;
    }

    void present(boolean now) {
        present = now;
    }

    boolean isFrozen() {
        return frozen;
    }

    void frozen(boolean now) {
        frozen = now;
    }
}
