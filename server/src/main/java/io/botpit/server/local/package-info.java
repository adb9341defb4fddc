/**
 * Games in virtual time, on the server's own loop; among strategies alone, or behind lobby and sessions with programs on
 * pipes; and what is told of them. All but ports, tables and tournaments may enter. One thread plays.
 */
@NullMarked
package io.botpit.server.local;

import org.jspecify.annotations.NullMarked;
