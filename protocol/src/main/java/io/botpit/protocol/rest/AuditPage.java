package io.botpit.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the admin did, newest first.
 *
 * @param next pass it as {@code after} to go on to older acts
 */
public record AuditPage(List<AuditRow> audit, long next) implements RestBody {
    public AuditPage {
        audit = List.copyOf(audit);
    }

    /**
     * One act.
     *
     * @param id counts acts
     * @param at milliseconds since the epoch
     * @param who with the address, such as {@code admin 127.0.0.1}
     * @param act the verb and its parameters, without secrets
     * @param game null: the whole server
     */
    public record AuditRow(
            long id,
            long at,
            String who,
            String act,
            @Nullable String game) {}
}
