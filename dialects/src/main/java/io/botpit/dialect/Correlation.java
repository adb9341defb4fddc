package io.botpit.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Which request a reply belongs to.
 *
 * @param command the request's command word as sent, empty if there was none
 * @param id the sender's own id, echoed as it came; null where none was sent
 */
public record Correlation(String command, @Nullable String id) {}
