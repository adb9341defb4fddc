/**
 * The commands: what a person types, what it prints, and with which code it ends. picocli lives here. Nothing depends on
 * it but the main class, which hands in how a server is started. Commands run on the main thread.
 */
@NullMarked
package io.botpit.server.cli;

import org.jspecify.annotations.NullMarked;
