package io.botpit.persistence;

/**
 * A place in the tables that does not say what the journals say.
 *
 * @param table its name
 * @param key the row's primary key, {@code column=value} for each of its columns
 * @param column {@code *} where the whole row is missing, or should not be there
 * @param expected what follows from the journals
 * @param found what stands in the table
 */
public record RowDifference(String table, String key, String column, String expected, String found) {
    /** All of it in one line. */
    public String words() {
        return "table " + table + ", row " + key + ", column " + column + ": expected " + expected + ", found " + found;
    }
}
