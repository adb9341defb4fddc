package io.botpit.bots;

import java.util.List;

/**
 * What a bot thinks: from what it sees and what just happened to what it wants. It has no clock, no socket and no
 * thread; chance comes from a seeded generator it was built with. So the same updates give the same wishes, and a
 * recorded game can be played into it in a test. It may remember what it saw. One thread at a time.
 *
 * <p>It is asked only when all its earlier wishes have been answered: the open orders in the view are complete, and an
 * order cannot be placed twice because the first answer was late.
 */
@FunctionalInterface
public interface Strategy {
    /** Called for each update, in order; wishes are sent in the order of the list. */
    List<Wish> onUpdate(View view, Update update);
}
