package io.botpit.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The tables: accounts, games, orders, fills, results. All of it follows from the journals and is written by one
 * {@link Projector}; any thread may read. Never interrupt a thread that is in here: H2 would close the file under all
 * others.
 */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 4;
    private static final long CONNECT_MILLIS_MAX = 10_000;
    private static final int H2_IS_IN_USE = 90_020;
    private static final int H2_IS_CLOSED = 90_121;
    private static final String H2_USER = "sa";

    private final HikariDataSource pool;
    private final DSLContext sql;
    private final @Nullable H2File file;
    private final @Nullable Path movedAside;

    private Database(HikariDataSource pool, SQLDialect dialect, @Nullable H2File file, @Nullable Path movedAside) {
        this.pool = pool;
        this.sql = DSL.using(pool, dialect);
        this.file = file;
        this.movedAside = movedAside;
    }

    /** Opens the database of a data folder; one that cannot be trusted is moved aside and begun anew. */
    public static Database open(DataFolder data) {
        return open(data.database());
    }

    static Database open(H2File file) {
        try {
            Path bad = file.isTrusted() ? null : file.moveAside();
            Database database = bad == null ? openOrReplace(file) : openFile(file, bad);
            // Not before: one that somebody else has open is left as it was, seal included.
            file.unseal();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the database " + file, e);
        }
    }

    /** Opens a database on a server; unlike a file it is never thrown away. */
    public static Database open(DatabaseServer server) {
        return new Database(migrated(server.url(), server.user(), server.password()), SQLDialect.POSTGRES, null, null);
    }

    /**
     * The tables of a data folder as they are: nothing is moved, migrated, sealed or written. {@link TablesUnreadable}
     * if they are not those of this version or cannot be opened at all.
     */
    public static Database read(DataFolder data) {
        return new Database(current(data.database().readOnlyUrl(), H2_USER, ""), SQLDialect.H2, null, null);
    }

    /** The tables on a server as they are: nothing is migrated; {@link TablesUnreadable} likewise. */
    public static Database read(DatabaseServer server) {
        return new Database(current(server.url(), server.user(), server.password()), SQLDialect.POSTGRES, null, null);
    }

    /** Where the old file is, if it could not be trusted at start. */
    public Optional<Path> movedAside() {
        return Optional.ofNullable(movedAside);
    }

    /** What can be asked about games. */
    public Archive archive() {
        return new Archive(sql);
    }

    /** What can be asked about players. */
    public Careers careers() {
        return new Careers(sql);
    }

    /** What can be asked about ratings. */
    public RankLists rankLists() {
        return new RankLists(sql);
    }

    /** What can be asked about places that nobody foretold. */
    public Surprises surprises() {
        return new Surprises(sql);
    }

    /** Whether it answers, for a readiness check; takes up to ten seconds if it does not. */
    public boolean isReachable() {
        try {
            return sql.selectOne().fetch().isNotEmpty();
        } catch (DataAccessException e) {
            return false;
        }
    }

    DSLContext sql() {
        return sql;
    }

    /** Close the {@link Projector} first. */
    @Override
    public void close() {
        H2File ours = file;
        if (ours == null) {
            pool.close();
            return;
        }
        // H2 goes before its pool: whatever the pool does to its threads cannot harm a file that is closed.
        shutDown();
        pool.close();
        try {
            ours.seal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By hand: after this statement the connection takes no questions, which jOOQ would ask. */
    private void shutDown() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            if (e.getErrorCode() != H2_IS_CLOSED) {
                throw new DataAccessException("the database could not be closed", e);
            }
        }
    }

    private static Database openOrReplace(H2File file) throws IOException {
        try {
            return openFile(file, null);
        } catch (RuntimeException e) {
            if (isInUse(e)) {
                throw e;
            }
            // Whatever else is wrong with it: everything in it can be had again.
            return openFile(file, file.moveAside());
        }
    }

    /** Somebody has it open, perhaps with a tool of H2's; taking it away would help nobody. */
    private static boolean isInUse(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IS_IN_USE) {
                return true;
            }
        }
        return false;
    }

    private static Database openFile(H2File file, @Nullable Path movedAside) {
        return new Database(migrated(file.url(), H2_USER, ""), SQLDialect.H2, file, movedAside);
    }

    private static HikariDataSource migrated(String url, String user, String password) {
        return prepared(url, user, password, flyway -> {
            refuseNewer(flyway);
            flyway.migrate();
        });
    }

    private static HikariDataSource current(String url, String user, String password) {
        try {
            return prepared(url, user, password, flyway -> {
                refuseNewer(flyway);
                if (flyway.info().pending().length > 0) {
                    throw new IllegalStateException(
                            "the database does not have the tables of this version: start the server on it once");
                }
            });
        } catch (HikariPool.PoolInitializationException | FlywayException | IllegalStateException e) {
            throw new TablesUnreadable(String.valueOf(e.getMessage()), e);
        }
    }

    /** By itself Flyway would let us write rows into tables that we do not know. */
    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo migration : flyway.info().all()) {
            MigrationState state = migration.getState();
            if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED) {
                throw new IllegalStateException(
                        "the database has the tables of a newer version (" + migration.getVersion() + ")");
            }
        }
    }

    private static HikariDataSource prepared(String url, String user, String password, Consumer<Flyway> prepare) {
        quiet();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName("database");
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setConnectionTimeout(CONNECT_MILLIS_MAX);
        // No connection is ever retired: retiring would start threads inside H2 at any time.
        config.setMaxLifetime(0);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            prepare.accept(Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .load());
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** jOOQ greets whoever loads it, unless told not to. */
    private static void quiet() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }
}
