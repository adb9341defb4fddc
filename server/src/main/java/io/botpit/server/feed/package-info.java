/**
 * Fan-out of what happened: channels, subscriptions and the recent history for those who resume. The game's
 * vocabulary and the dialects may enter; no Javalin. The game's thread publishes here and is never made to wait.
 */
@NullMarked
package io.botpit.server.feed;

import org.jspecify.annotations.NullMarked;
