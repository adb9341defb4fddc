/**
 * The composition root: the one place where configuration becomes running things, in order, and is closed in
 * reverse order. Every module may enter. It runs on the main thread, before the others start and after they stop.
 */
@NullMarked
package io.botpit.server;

import org.jspecify.annotations.NullMarked;
