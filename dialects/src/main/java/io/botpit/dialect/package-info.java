/**
 * What a dialect is: it decodes a frame into a request and encodes replies and events, without knowing the game
 * behind them or the socket before them. The game's vocabulary may enter; Jackson stays in the translators. No
 * state but what the viewer carries, so safe on any thread.
 */
@NullMarked
package io.botpit.dialect;

import org.jspecify.annotations.NullMarked;
