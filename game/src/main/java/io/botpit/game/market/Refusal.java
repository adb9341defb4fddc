package io.botpit.game.market;

import io.botpit.game.Reason;

/**
 * Why a wish has no effect.
 *
 * @param detail for people: names the field, the limit and the fix
 */
public record Refusal(Reason reason, String detail) {}
