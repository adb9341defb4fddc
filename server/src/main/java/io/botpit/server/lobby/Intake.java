package io.botpit.server.lobby;

import java.util.Optional;

/** Whether new orders and accounts are taken; what ends something goes on. Any thread. */
@FunctionalInterface
public interface Intake {
    /** Why nothing new is taken, with the limit and what helps; empty: it is. */
    Optional<String> obstacle();
}
