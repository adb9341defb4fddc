package io.botpit.persistence;

import static io.botpit.persistence.jooq.Tables.PLAYER;

import io.botpit.persistence.journal.LobbyRecord;
import io.botpit.persistence.journal.LobbyRecord.AccountOpened;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Carries accounts into their table, without any secret, not even as a hash. For one thread. */
record Accounts(DSLContext sql) {
    /** Writes those that are not there yet. */
    void project(List<LobbyRecord> records) {
        sql.transaction(tx -> {
            DSLContext inside = DSL.using(tx);
            for (LobbyRecord record : records) {
                if (record instanceof AccountOpened account) {
                    write(inside, account);
                }
            }
        });
    }

    /** The journal wins: accounts that it does not know are lost. */
    void replace(List<LobbyRecord> all) {
        sql.transaction(tx -> {
            DSL.using(tx).deleteFrom(PLAYER).execute();
            new Accounts(DSL.using(tx)).project(all);
        });
    }

    private static void write(DSLContext sql, AccountOpened account) {
        boolean known = sql.fetchExists(PLAYER, PLAYER.ID.eq(account.player().number()));
        if (!known) {
            sql.insertInto(PLAYER)
                    .set(PLAYER.ID, account.player().number())
                    .set(PLAYER.NAME, account.name())
                    .set(PLAYER.HOUSE, account.house())
                    .set(PLAYER.OWNER_ID, account.owner().number())
                    .set(PLAYER.OPENED_AT, account.at().micros())
                    .execute();
        }
    }
}
