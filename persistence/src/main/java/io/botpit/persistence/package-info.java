/**
 * Stores and projections: accounts, tournaments, ratings and results in tables. The game's ports and vocabulary,
 * jOOQ, JDBC, Flyway and Jackson may enter; no record of jOOQ leaves. One thread writes; never interrupt a thread
 * that may be inside the database.
 */
@NullMarked
package io.botpit.persistence;

import org.jspecify.annotations.NullMarked;
