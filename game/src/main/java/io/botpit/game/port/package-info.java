/**
 * What the game needs and the shell provides: interfaces named by the game, built by other modules and faked in
 * tests. Only the vocabulary and the JDK's values may enter. Each interface says on which thread it is called.
 */
@NullMarked
package io.botpit.game.port;

import org.jspecify.annotations.NullMarked;
