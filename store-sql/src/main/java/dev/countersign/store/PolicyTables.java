package dev.countersign.store;

import dev.countersign.policy.AttachedPolicy;
import dev.countersign.policy.ListedPolicy;
import dev.countersign.policy.Policy;
import dev.countersign.policy.PolicyQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The table of policies, within one unit of work.
record PolicyTables(Handle handle) {
    private static final String SEEN = """
            FROM policy p LEFT JOIN policy_alias a ON a.policy = p.id AND a.tenant = :tenant
            WHERE (p.tenant = :tenant OR p.tenant = 0)
            """;

    /// A policy of the tenant, or a preset one.
    Optional<Policy> find(long tenant, long id) {
        return handle.createQuery("SELECT p.*, a.alias " + SEEN + " AND p.id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map((row, context) -> policy(row))
                .findOne();
    }

    /// A policy of the tenant, or a preset one.
    Optional<Policy> named(long tenant, String name) {
        return handle.createQuery("SELECT p.*, a.alias " + SEEN + " AND p.name = :name")
                .bind("tenant", tenant)
                .bind("name", name)
                .map((row, context) -> policy(row))
                .findOne();
    }

    static Policy policy(ResultSet row) throws SQLException {
        String alias = row.getString("alias");
        return new Policy(
                row.getLong("id"),
                row.getLong("tenant"),
                row.getString("grammar"),
                new Policy.Text(
                        row.getString("name"),
                        row.getString("document"),
                        row.getString("description"),
                        TagLines.read(row.getString("tags"))),
                alias == null ? "" : alias,
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    int count(long tenant) {
        return handle.createQuery("SELECT COUNT(*) FROM policy WHERE tenant = :tenant")
                .bind("tenant", tenant)
                .mapTo(Integer.class)
                .one();
    }

    /// Adds a policy.
    ///
    /// @return false when the id is taken
    boolean insert(Policy policy) {
        return handle.createUpdate("""
                        INSERT INTO policy (id, tenant, name, grammar, document, description, tags,
                                created_at, updated_at)
                        VALUES (:id, :tenant, :name, :grammar, :document, :description, :tags,
                                :createdAt, :updatedAt)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .bind("id", policy.id())
                        .bind("tenant", policy.tenant())
                        .bind("name", policy.name())
                        .bind("grammar", policy.grammar())
                        .bind("document", policy.text().document())
                        .bind("description", policy.text().description())
                        .bind("tags", TagLines.written(policy.text().tags()))
                        .bind("createdAt", policy.createdAt().toEpochMilli())
                        .bind("updatedAt", policy.updatedAt().toEpochMilli())
                        .execute()
                > 0;
    }

    boolean update(Policy policy) {
        return handle.createUpdate("""
                        UPDATE policy SET name = :name, grammar = :grammar, document = :document,
                            description = :description, tags = :tags, updated_at = :updatedAt
                        WHERE id = :id AND tenant = :tenant
                        """)
                        .bind("id", policy.id())
                        .bind("tenant", policy.tenant())
                        .bind("name", policy.name())
                        .bind("grammar", policy.grammar())
                        .bind("document", policy.text().document())
                        .bind("description", policy.text().description())
                        .bind("tags", TagLines.written(policy.text().tags()))
                        .bind("updatedAt", policy.updatedAt().toEpochMilli())
                        .execute()
                > 0;
    }

    void alias(long tenant, long policy, String alias) {
        handle.createUpdate("""
                        INSERT INTO policy_alias (tenant, policy, alias) VALUES (:tenant, :policy, :alias)
                        ON CONFLICT (tenant, policy) DO UPDATE SET alias = excluded.alias
                        """)
                .bind("tenant", tenant)
                .bind("policy", policy)
                .bind("alias", alias)
                .execute();
    }

    boolean delete(long tenant, long id) {
        return handle.createUpdate("DELETE FROM policy WHERE id = :id AND tenant = :tenant")
                        .bind("id", id)
                        .bind("tenant", tenant)
                        .execute()
                > 0;
    }

    List<ListedPolicy> list(long tenant, PolicyQuery query) {
        return asked("""
                        SELECT p.*, a.alias,
                            (SELECT COUNT(*) FROM policy_attachment t WHERE t.policy = p.id
                                AND t.tenant = :tenant AND t.kind = 'user') AS users,
                            (SELECT COUNT(*) FROM policy_attachment t WHERE t.policy = p.id
                                AND t.tenant = :tenant AND t.kind = 'role') AS roles
                        """, " ORDER BY p.id LIMIT :most OFFSET :offset", tenant, query)
                .bind("most", query.most())
                .bind("offset", query.offset())
                .map((row, context) -> new ListedPolicy(policy(row), row.getInt("users"), row.getInt("roles")))
                .list();
    }

    int count(long tenant, PolicyQuery query) {
        return asked("SELECT COUNT(*) ", "", tenant, query).mapTo(Integer.class).one();
    }

    private Query asked(String what, String order, long tenant, PolicyQuery query) {
        String scope = switch (query.scope()) {
            case ALL -> "";
            case PRESET -> " AND p.tenant = 0";
            case OWN -> " AND p.tenant <> 0";
        };
        String keyword = query.keyword()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return handle.createQuery(what + SEEN + scope + " AND LOWER(p.name) LIKE :keyword ESCAPE '!'" + order)
                .bind("tenant", tenant)
                .bind("keyword", "%" + keyword + "%");
    }

    /// What somebody has, as it is needed to decide.
    List<AttachedPolicy> attached(String kind, long tenant, long holder) {
        return handle.createQuery("""
                        SELECT p.id, p.name, p.grammar, p.document
                        FROM policy_attachment t JOIN policy p ON p.id = t.policy
                        WHERE t.kind = :kind AND t.holder = :holder AND t.tenant = :tenant
                            AND (p.tenant = t.tenant OR p.tenant = 0)
                        ORDER BY p.id
                        """)
                .bind("kind", kind)
                .bind("holder", holder)
                .bind("tenant", tenant)
                .map((row, context) -> new AttachedPolicy(
                        row.getLong("id"), row.getString("name"), row.getString("grammar"), row.getString("document")))
                .list();
    }
}
