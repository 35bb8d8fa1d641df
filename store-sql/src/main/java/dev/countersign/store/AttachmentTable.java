package dev.countersign.store;

import dev.countersign.policy.Attachment;
import dev.countersign.policy.Holder;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The table of who has which policies, within one unit of work.
record AttachmentTable(Handle handle) {
    /// How the kinds of holders stand in the table.
    static final String USER = "user";

    static final String ROLE = "role";

    private static String kind(Holder holder) {
        return switch (holder) {
            case Holder.OfUser user -> USER;
            case Holder.OfRole role -> ROLE;
        };
    }

    private static long id(Holder holder) {
        return switch (holder) {
            case Holder.OfUser user -> user.uin();
            case Holder.OfRole role -> role.id();
        };
    }

    private static <T extends SqlStatement<T>> T of(T statement, long tenant, Holder holder) {
        return statement.bind("kind", kind(holder)).bind("holder", id(holder)).bind("tenant", tenant);
    }

    boolean has(long tenant, Holder holder, long policy) {
        return of(handle.createQuery("""
                        SELECT COUNT(*) FROM policy_attachment
                        WHERE kind = :kind AND holder = :holder AND tenant = :tenant AND policy = :policy
                        """), tenant, holder)
                        .bind("policy", policy)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    int count(long tenant, Holder holder) {
        return of(handle.createQuery("""
                        SELECT COUNT(*) FROM policy_attachment
                        WHERE kind = :kind AND holder = :holder AND tenant = :tenant
                        """), tenant, holder).mapTo(Integer.class).one();
    }

    void insert(long tenant, Holder holder, Attachment attachment) {
        of(handle.createUpdate("""
                        INSERT INTO policy_attachment (kind, holder, policy, tenant, at, by_whom, by_role)
                        VALUES (:kind, :holder, :policy, :tenant, :at, :by, :role)
                        """), tenant, holder)
                .bind("policy", attachment.policy().id())
                .bind("at", attachment.origin().at().toEpochMilli())
                .bind("by", attachment.origin().by())
                .bind("role", Columns.flag(attachment.origin().role()))
                .execute();
    }

    boolean delete(long tenant, Holder holder, long policy) {
        return of(handle.createUpdate("""
                        DELETE FROM policy_attachment
                        WHERE kind = :kind AND holder = :holder AND tenant = :tenant AND policy = :policy
                        """), tenant, holder)
                        .bind("policy", policy)
                        .execute()
                > 0;
    }

    /// Takes everything from a user who goes away.
    void forgetUser(long uin) {
        handle.createUpdate("DELETE FROM policy_attachment WHERE kind = 'user' AND holder = :uin")
                .bind("uin", uin)
                .execute();
    }

    /// Takes everything from who goes away.
    void forget(long tenant, Holder holder) {
        of(handle.createUpdate("""
                        DELETE FROM policy_attachment
                        WHERE kind = :kind AND holder = :holder AND tenant = :tenant
                        """), tenant, holder).execute();
    }

    /// Takes a policy that goes away from everybody.
    void forgetPolicy(long policy) {
        handle.createUpdate("DELETE FROM policy_attachment WHERE policy = :policy")
                .bind("policy", policy)
                .execute();
    }

    List<Attachment> page(long tenant, Holder holder, int offset, int most) {
        return of(handle.createQuery("""
                        SELECT p.*, a.alias, t.at, t.by_whom, t.by_role
                        FROM policy_attachment t JOIN policy p ON p.id = t.policy
                        LEFT JOIN policy_alias a ON a.policy = p.id AND a.tenant = t.tenant
                        WHERE t.kind = :kind AND t.holder = :holder AND t.tenant = :tenant
                        ORDER BY p.id LIMIT :most OFFSET :offset
                        """), tenant, holder)
                .bind("most", most)
                .bind("offset", offset)
                .map((row, context) -> new Attachment(
                        PolicyTables.policy(row),
                        new Attachment.Origin(
                                Columns.instant(row, "at"), row.getLong("by_whom"), Columns.flag(row, "by_role"))))
                .list();
    }
}
