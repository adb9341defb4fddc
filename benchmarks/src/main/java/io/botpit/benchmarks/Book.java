package io.botpit.benchmarks;

/** A book under test, or all that a game has around one. Fresh for each pass. One thread. */
@FunctionalInterface
interface Book {
    void apply(Told told, Fills fills);
}
