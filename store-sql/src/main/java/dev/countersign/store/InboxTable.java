package dev.countersign.store;

import dev.countersign.delivery.Inbox;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The table of the inbox, within one unit of work.
record InboxTable(Handle handle) {
    /// A message as it stands in its table.
    record Row(
            String id,
            long tenant,
            Bytes recipient,
            String channel,
            String sender,
            Bytes body,
            Bytes code,
            String purpose,
            String locale,
            String language,
            Instant createdAt) {}

    /// Adds a message.
    ///
    /// @return false when there is one of that id already
    boolean insert(Row row, Bytes toHash) {
        return handle.createUpdate("""
                        INSERT INTO inbox (id, tenant, to_hash, recipient, channel, sender, body, code, purpose,
                                locale, language, created_at)
                        VALUES (:id, :tenant, :toHash, :recipient, :channel, :sender, :body, :code, :purpose,
                                :locale, :language, :createdAt)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .bind("id", row.id())
                        .bind("tenant", row.tenant())
                        .bind("toHash", toHash.toArray())
                        .bind("recipient", row.recipient().toArray())
                        .bind("channel", row.channel())
                        .bind("sender", row.sender())
                        .bind("body", row.body().toArray())
                        .bind("code", row.code().toArray())
                        .bind("purpose", row.purpose())
                        .bind("locale", row.locale())
                        .bind("language", row.language())
                        .bind("createdAt", row.createdAt().toEpochMilli())
                        .execute()
                > 0;
    }

    /// Newest first. A message that is not there any more bounds nothing.
    List<Row> find(Inbox.Query wanted, Optional<Bytes> toHash) {
        String sql = "SELECT id, tenant, recipient, channel, sender, body, code, purpose, locale, language,"
                + " created_at"
                + " FROM inbox WHERE seq > :after"
                + (toHash.isPresent() ? " AND to_hash = :toHash" : "")
                + (wanted.channel().isPresent() ? " AND channel = :channel" : "")
                + " ORDER BY seq DESC LIMIT :most";
        Query query = handle.createQuery(sql)
                .bind("after", wanted.after().map(this::seq).orElse(0L))
                .bind("most", wanted.most());
        toHash.ifPresent(hash -> query.bind("toHash", hash.toArray()));
        wanted.channel().ifPresent(channel -> query.bind("channel", channel.word()));
        return query.map((row, context) -> new Row(
                        row.getString("id"),
                        row.getLong("tenant"),
                        Columns.bytes(row, "recipient"),
                        row.getString("channel"),
                        row.getString("sender"),
                        Columns.bytes(row, "body"),
                        Columns.bytes(row, "code"),
                        row.getString("purpose"),
                        row.getString("locale"),
                        row.getString("language"),
                        Columns.instant(row, "created_at")))
                .list();
    }

    /// The verifications behind messages, by the message's id.
    Map<String, Inbox.Origin> origins(Set<String> ids) {
        List<String> all = List.copyOf(ids);
        String places = IntStream.range(0, all.size()).mapToObj(n -> ":id" + n).collect(Collectors.joining(", "));
        Query query =
                handle.createQuery("SELECT m.id AS message, v.id AS verification, v.status, v.expires_at, v.tries_left"
                        + " FROM message m JOIN verification v ON v.id = m.verification WHERE m.id IN (" + places
                        + ")");
        for (int n = 0; n < all.size(); n++) {
            query.bind("id" + n, all.get(n));
        }
        return query
                .map((row, context) -> Map.entry(
                        row.getString("message"),
                        new Inbox.Origin(
                                row.getString("verification"),
                                VerificationRow.status(row.getString("status")),
                                Columns.instant(row, "expires_at"),
                                row.getInt("tries_left"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The place of a message in the order of arrival; 0 when it is not there.
    long seq(String id) {
        return handle.createQuery("SELECT seq FROM inbox WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
