/**
 * One small program for each figure that the documents claim, and its reference in the same run: servers as processes of
 * their own, asked from outside; books turn by turn in one JVM. Nothing here ships, nothing depends on it, every type is
 * hidden.
 */
@NullMarked
package io.botpit.benchmarks;

import org.jspecify.annotations.NullMarked;
