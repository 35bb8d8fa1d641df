package dev.countersign.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Statements without parameters and results that are run for every unit or batch: kept ready by plain JDBC,
/// since here going through JDBI costs several times what the statement does. For one thread at a time.
final class FixedStatements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> ready = new HashMap<>();

    FixedStatements(Connection connection) {
        this.connection = connection;
    }

    void run(String sql) {
        try {
            PreparedStatement known = ready.get(sql);
            if (known == null) {
                known = connection.prepareStatement(sql);
                ready.put(sql, known);
            }
            known.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(sql + " failed", refused);
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement statement : ready.values()) {
                statement.close();
            }
        } catch (SQLException gone) {
            throw new IllegalStateException("a statement can't be closed", gone);
        }
    }
}
