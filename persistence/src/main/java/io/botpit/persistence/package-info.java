/**
 * The data folder, and the tables that follow from the journals: accounts, games, orders, fills, results. The game's
 * vocabulary, the journals, jOOQ, JDBC and Flyway may enter; no type of jOOQ leaves. One thread writes; never interrupt a
 * thread that may be inside the database.
 */
@NullMarked
package io.botpit.persistence;

import org.jspecify.annotations.NullMarked;
