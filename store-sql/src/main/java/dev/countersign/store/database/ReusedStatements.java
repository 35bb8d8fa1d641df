package dev.countersign.store.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// Keeps the prepared statements of one SQLite connection, since preparing costs more than running most of
/// them. (PostgreSQL's driver does this itself.) For one thread at a time.
final class ReusedStatements implements StatementBuilder {
    /// More texts than the stores have; beyond it statements are simply not kept.
    private static final int MOST = 256;

    private final StatementBuilder plain = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    /// By identity: what JDBI says of a statement when it closes it is not the text that it was made of.
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return plain.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? plain.create(connection, sql, context) : kept;
        lent.put(statement, sql);
        return statement;
    }

    /// A statement for who asks without JDBI, to be given back by `close`.
    PreparedStatement lend(Connection connection, String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return plain.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String unused, Statement statement) throws SQLException {
        String sql = lent.remove(statement);
        if (sql != null
                && statement instanceof PreparedStatement prepared
                && idle.size() < MOST
                && !idle.containsKey(sql)) {
            prepared.clearParameters();
            idle.put(sql, prepared);
        } else {
            statement.close();
        }
    }

    /// Closes what is kept: before work that needs the connection to itself, and at the end.
    @Override
    public void close(Connection connection) {
        idle.values().forEach(ReusedStatements::end);
        idle.clear();
    }

    private static void end(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException gone) {
            throw new IllegalStateException("a statement can't be closed", gone);
        }
    }
}
