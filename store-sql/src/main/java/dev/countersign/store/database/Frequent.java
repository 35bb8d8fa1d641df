package dev.countersign.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementBuilder;

/// Questions that applications ask with call after call, over JDBC alone. What JDBI looks up anew for each statement
/// costs
/// as much as SQLite's whole answer of a few rows; for all that is asked less often, that is nothing.
public final class Frequent {
    private Frequent() {}

    /// Makes something of one row.
    @FunctionalInterface
    public interface Row<T> {
        /// Reads the row that the set stands at.
        ///
        /// @throws SQLException when it is not as it should be
        T read(ResultSet row) throws SQLException;
    }

    /// Asks a question, within a unit of work.
    ///
    /// @param sql with a `?` for each value
    /// @param values texts, bytes and numbers, in their order
    /// @return what came of its rows, in their order
    /// @throws IllegalStateException when the database can't answer
    public static <T> List<T> ask(Handle handle, String sql, Row<T> row, Object... values) {
        try {
            Connection connection = handle.getConnection();
            StatementBuilder statements = handle.getStatementBuilder();
            PreparedStatement statement = statements instanceof ReusedStatements reused
                    ? reused.lend(connection, sql)
                    : connection.prepareStatement(sql);
            try {
                return answer(statement, row, values);
            } finally {
                statements.close(connection, sql, statement);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("the database can't answer", refused);
        }
    }

    private static <T> List<T> answer(PreparedStatement statement, Row<T> row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        try (ResultSet rows = statement.executeQuery()) {
            List<T> answer = new ArrayList<>();
            while (rows.next()) {
                answer.add(row.read(rows));
            }
            return answer;
        }
    }
}
