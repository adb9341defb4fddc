package io.botpit.simulation.crash;

import io.botpit.persistence.journal.JournalChannel;
import io.botpit.persistence.journal.Shelf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Journals in an embedded H2 with the settings it comes with: each write is a row, and committed before it is
 * acknowledged. Any thread.
 */
final class H2Shelf implements Shelf {
    private final Connection database;
    private final Path folder;

    H2Shelf(Path folder) {
        this.folder = folder;
        try {
            database = DriverManager.getConnection(
                    "jdbc:h2:file:" + folder.resolve("journals").toAbsolutePath());
            change("create table if not exists file (name varchar primary key)");
            change("create table if not exists piece (id identity primary key, name varchar, at bigint, bytes blob)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is left in a folder, as files in another one; nobody else may use it meanwhile. */
    static Shelf copied(Path folder) {
        H2Shelf left = new H2Shelf(folder);
        try (Connection _ = left.database) {
            Path copy = Files.createTempDirectory("botpit-h2");
            for (String name : left.names()) {
                Rows file = left.new Rows(name);
                file.load();
                Files.write(copy.resolve(name), file.read);
            }
            return Shelf.of(copy);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        ask("select name from file", row -> names.add(row.getString(1)));
        return names;
    }

    @Override
    public boolean holds(String name) {
        try {
            return names().contains(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JournalChannel create(String name) throws IOException {
        commit("delete from piece where name = ?", name);
        commit("merge into file key (name) values (?)", name);
        return new Rows(name);
    }

    @Override
    public JournalChannel open(String name) {
        return new Rows(name);
    }

    @Override
    public JournalChannel read(String name) {
        return new Rows(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        commit("update piece set name = ? where name = ?", to, from);
        commit("update file set name = ? where name = ?", to, from);
    }

    @Override
    public void force() {
        // A commit is all that can be asked for.
    }

    @Override
    public String whereIs(String name) {
        return folder.resolve("journals.mv.db") + ", " + name;
    }

    /** What is done with each row of an answer. */
    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private synchronized void ask(String sql, Row each, Object... values) throws IOException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** One statement is one transaction: that is the default. */
    private synchronized void commit(String sql, Object... values) throws IOException {
        try {
            change(sql, values);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** One file: its bytes are those of its rows, one behind the other. Renamed under its name, it goes on. */
    private final class Rows implements JournalChannel {
        private final String name;
        private byte[] read = new byte[0];

        Rows(String name) {
            this.name = name;
        }

        @Override
        public long size() throws IOException {
            load();
            return read.length;
        }

        @Override
        public int read(ByteBuffer target, long at) {
            int count = Math.min(target.remaining(), read.length - (int) at);
            target.put(read, (int) at, count);
            return count;
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            commit("insert into piece (name, at, bytes) values (?, ?, ?)", currentName(), at, copy);
        }

        @Override
        public void force(boolean metadata) {
            // A commit is all that can be asked for.
        }

        @Override
        public void truncate(long size) throws IOException {
            load();
            commit("delete from piece where name = ?", name);
            commit("insert into piece (name, at, bytes) values (?, ?, ?)", name, 0L, Arrays.copyOf(read, (int) size));
        }

        @Override
        public void close() {
            // There is nothing to be closed.
        }

        /** A journal is begun under another name, and keeps its channel when it gets its own. */
        private String currentName() {
            return name.endsWith(".new") && !holds(name) ? name.substring(0, name.length() - 4) : name;
        }

        private void load() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            ask("select bytes from piece where name = ? order by at", row -> all.writeBytes(row.getBytes(1)), name);
            read = all.toByteArray();
        }
    }
}
