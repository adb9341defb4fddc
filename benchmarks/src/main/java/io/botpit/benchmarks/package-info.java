/**
 * One small program for each figure that the documents claim. It starts the real server as a process of its own, and
 * beside it the reference, and asks both from outside. Nothing here ships, nothing depends on it, every type is hidden.
 */
@NullMarked
package io.botpit.benchmarks;

import org.jspecify.annotations.NullMarked;
