package io.botpit.server.lobby;

import io.botpit.dialect.Denial;

/**
 * The lobby says no.
 *
 * @param detail for people: names the field, the limit and the fix
 */
public record Refused(Denial denial, String detail) implements Registered {}
