package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testkit.Installation;
import dev.countersign.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/// Which statements a try at a password costs, until it is committed.
final class SignInWorkTest extends SignInRowsContract {
    @Override
    protected Installation install(TestClock time) {
        return Databases.sqlite(time);
    }

    private List<String> statements(Runnable work) {
        List<String> seen = new ArrayList<>();
        listen(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                seen.add(context.getRenderedSql());
            }
        });
        work.run();
        listen(SqlLogger.NOP_SQL_LOGGER);
        return seen;
    }

    private void listen(SqlLogger logger) {
        transactions().write(handle -> {
            handle.getConfig(SqlStatements.class).setSqlLogger(logger);
            return true;
        });
    }

    @Test
    void every_kind_of_no_reads_and_writes_the_same_in_the_same_order() {
        settle(UIN, false);
        settle(NOBODY, false);
        List<String> nobody = statements(() -> settle(NOBODY, false));
        assertThat(nobody).hasSizeGreaterThan(3).anyMatch(sql -> sql.contains("INSERT INTO audit"));
        assertThat(statements(() -> settle(UIN, false))).as("a wrong password").isEqualTo(nobody);
        assertThat(statements(() -> settle(NOBODY - 1, false))).as("another").isEqualTo(nobody);
        for (int n = 0; n < 10; n++) {
            settle(UIN, false);
        }
        assertThat(statements(() -> settle(UIN, false))).as("a wait").isEqualTo(nobody);
        assertThat(statements(() -> settle(UIN, true)))
                .as("the right one in a wait")
                .isEqualTo(nobody);
    }
}
