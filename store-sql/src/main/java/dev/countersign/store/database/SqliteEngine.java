package dev.countersign.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/// SQLite: a write-ahead log that is synced at every commit, one connection that writes and a few that read.
/// Until something is to be written there are only connections that can't.
final class SqliteEngine implements Engine {
    private static final int BUSY_MILLIS = 5_000;
    private static final int WRITER_CACHE_KIB = 32_768;
    private static final int READER_CACHE_KIB = 4_096;

    /// 64 MiB of log before the writer itself carries it over, see [SqliteCheckpoints].
    private static final int CHECKPOINT_PAGES = 16_384;

    private final StoreConfig.Sqlite config;
    private final SqliteReaders readers;
    private @Nullable Open open;

    SqliteEngine(StoreConfig.Sqlite config) {
        this.config = config;
        this.readers = new SqliteReaders(() -> connect(reading()));
    }

    @Override
    public boolean made() {
        return Files.isRegularFile(config.file())
                && read(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'data_key'
                        """).mapTo(Integer.class).one()) > 0;
    }

    @Override
    public DataSource migrating() {
        try {
            Files.createDirectories(config.directory());
        } catch (IOException refused) {
            throw new UncheckedIOException("the data directory can't be made", refused);
        }
        return source(writable());
    }

    @Override
    public Map<String, String> words() {
        return Map.of("sequence", "INTEGER PRIMARY KEY AUTOINCREMENT");
    }

    @Override
    public Writing writing() {
        Open known = open;
        if (known == null) {
            known = new Open(connect(writable()));
            open = known;
        }
        return known;
    }

    @Override
    public <T> T read(UnitOfWork<T> question) {
        return readers.ask(question);
    }

    /// Always the same: only one process writes, so leases of another one are those of a former life.
    @Override
    public String node() {
        return "only";
    }

    @Override
    public void close() {
        readers.close();
        Open known = open;
        if (known != null) {
            open = null;
            known.end();
        }
    }

    private static SQLiteConfig writable() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.setTempStore(TempStore.MEMORY);
        settings.setCacheSize(-WRITER_CACHE_KIB);
        // Or the driver asks for the last row id after each insert, on a statement that it prepares each time.
        settings.setGetGeneratedKeys(false);
        settings.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "67108864");
        return settings;
    }

    private static SQLiteConfig reading() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setReadOnly(true);
        settings.setBusyTimeout(BUSY_MILLIS);
        settings.setCacheSize(-READER_CACHE_KIB);
        return settings;
    }

    private SQLiteDataSource source(SQLiteConfig settings) {
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + config.file().toAbsolutePath());
        return source;
    }

    private Handle connect(SQLiteConfig settings) {
        try {
            Connection connection = source(settings).getConnection();
            Handle handle = Jdbi.open(connection);
            Engine.plain(handle.getConfig());
            handle.setStatementBuilder(new ReusedStatements());
            return handle;
        } catch (SQLException refused) {
            throw new IllegalStateException("the database " + config.file() + " can't be opened", refused);
        }
    }

    /// The writer's connection: it stays open from batch to batch, as long as it is sound.
    private final class Open implements Writing {
        private final Handle handle;
        private final FixedStatements fixed;
        private final SqliteCheckpoints checkpoints;

        Open(Handle handle) {
            this.handle = handle;
            this.fixed = new FixedStatements(handle.getConnection());
            this.checkpoints = new SqliteCheckpoints(() -> connect(writable()));
            // As a question: it answers with a row, which must be read for the statement to end.
            handle.createQuery("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES)
                    .mapTo(Integer.class)
                    .one();
        }

        @Override
        public Handle handle() {
            return handle;
        }

        @Override
        public void begin() {
            fixed.run("BEGIN IMMEDIATE");
        }

        /// There is no other process to hold anything against.
        @Override
        public void hold(SortedSet<String> keys) {}

        @Override
        public void commit() {
            fixed.run("COMMIT");
            checkpoints.committed();
        }

        @Override
        public void rollback() {
            try {
                fixed.run("ROLLBACK");
            } catch (RuntimeException unsound) {
                open = null;
                end();
                throw unsound;
            }
        }

        @Override
        public void mark() {
            fixed.run("SAVEPOINT unit");
        }

        @Override
        public void keep() {
            fixed.run("RELEASE SAVEPOINT unit");
        }

        @Override
        public void undo() {
            fixed.run("ROLLBACK TO SAVEPOINT unit");
            fixed.run("RELEASE SAVEPOINT unit");
        }

        @Override
        public void close() {}

        void end() {
            checkpoints.close();
            fixed.close();
            handle.close();
        }
    }
}
