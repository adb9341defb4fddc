/**
 * What was configured: command line, environment, YAML file and defaults become one checked, immutable record before
 * anything else happens. The game's rules and the JDK's values may enter; the one class that reads YAML is the only
 * one that knows Jackson. Everything here is immutable and may be read by any thread.
 */
@NullMarked
package io.botpit.server.config;

import org.jspecify.annotations.NullMarked;
