package io.botpit.persistence;

/**
 * A PostgreSQL to keep the tables in, instead of a file.
 *
 * @param url as JDBC wants it, {@code jdbc:postgresql://host/name}, without secrets
 */
public record DatabaseServer(String url, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
