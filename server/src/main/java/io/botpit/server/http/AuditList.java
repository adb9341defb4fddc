package io.botpit.server.http;

import io.botpit.protocol.rest.AuditPage;
import io.botpit.server.feed.Figures;
import io.botpit.server.lobby.AdminAct;
import java.util.List;

/** The record of the admin's acts in the words of the REST interface. Stateless. */
final class AuditList {
    private AuditList() {}

    static AuditPage page(List<AdminAct> acts, long after) {
        return new AuditPage(
                acts.stream().map(AuditList::row).toList(),
                acts.isEmpty() ? after : acts.getLast().number());
    }

    private static AuditPage.AuditRow row(AdminAct act) {
        return new AuditPage.AuditRow(
                act.number(),
                Figures.millis(act.at()),
                act.by(),
                act.what(),
                act.game() == null ? null : act.game().text());
    }
}
