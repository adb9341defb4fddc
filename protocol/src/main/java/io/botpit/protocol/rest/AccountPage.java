package io.botpit.protocol.rest;

import java.util.List;

/**
 * Accounts in the order of their numbers.
 *
 * @param next pass it as {@code after} to go on
 */
public record AccountPage(List<AccountRow> accounts, long next) implements RestBody {
    public AccountPage {
        accounts = List.copyOf(accounts);
    }

    /**
     * One account.
     *
     * @param owner the name of the account that stands behind it, its own where no other does
     * @param house whether the server itself plays
     */
    public record AccountRow(long id, String name, String owner, boolean house) {}
}
