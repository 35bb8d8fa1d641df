package dev.countersign.store.database;

import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;

/// What differs between the databases.
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {
    /// Whether a store was made here before. Changes nothing.
    boolean made();

    /// Where migrations run, before anything else writes.
    DataSource migrating();

    /// The words of the schema that differ.
    Map<String, String> words();

    /// The one connection that writes; closing it gives it back.
    Writing writing();

    /// Runs a question on a connection that only reads.
    ///
    /// @throws dev.countersign.refusal.Refused when none came free in time
    <T> T read(UnitOfWork<T> question);

    /// What this process calls itself in leases.
    String node();

    @Override
    void close();

    /// What JDBI is told for both: our SQL has no templates in it, and a failure's message must not print what
    /// was bound.
    static void plain(ConfigRegistry config) {
        config.get(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        config.get(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }
}
