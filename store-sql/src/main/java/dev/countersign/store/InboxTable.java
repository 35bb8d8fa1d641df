package dev.countersign.store;

import dev.countersign.delivery.Inbox;
import dev.countersign.value.Bytes;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    /// With the record of its send, as long as that is kept.
    private static final String ROWS =
            "SELECT i.id, i.tenant, i.recipient, i.channel, i.sender, i.body, i.code, i.purpose, i.locale, i.language,"
                    + " i.created_at, i.subject, i.html, m.verification, m.request, m.action"
                    + " FROM inbox i LEFT JOIN message m ON m.id = i.id";

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
            Instant createdAt,
            Optional<Bytes> subject,
            Optional<Bytes> html,
            Inbox.Ties ties) {}

    /// Adds a message.
    ///
    /// @return false when there is one of that id already
    boolean insert(Row row, Bytes toHash) {
        return handle.createUpdate("""
                        INSERT INTO inbox (id, tenant, to_hash, recipient, channel, sender, body, code, purpose,
                                locale, language, created_at, subject, html)
                        VALUES (:id, :tenant, :toHash, :recipient, :channel, :sender, :body, :code, :purpose,
                                :locale, :language, :createdAt, :subject, :html)
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
                        .bind("subject", row.subject().map(Bytes::toArray).orElse(null))
                        .bind("html", row.html().map(Bytes::toArray).orElse(null))
                        .execute()
                > 0;
    }

    /// Newest first. A message that is not there any more bounds nothing.
    List<Row> find(Inbox.Query wanted, Optional<Bytes> toHash) {
        String sql = ROWS
                + " WHERE i.seq > :after"
                + (toHash.isPresent() ? " AND i.to_hash = :toHash" : "")
                + (wanted.channel().isPresent() ? " AND i.channel = :channel" : "")
                + " ORDER BY i.seq DESC LIMIT :most";
        Query query = handle.createQuery(sql)
                .bind("after", wanted.after().map(this::seq).orElse(0L))
                .bind("most", wanted.most());
        toHash.ifPresent(hash -> query.bind("toHash", hash.toArray()));
        wanted.channel().ifPresent(channel -> query.bind("channel", channel.word()));
        return rows(query);
    }

    /// The message of an id.
    Optional<Row> read(String id) {
        return rows(handle.createQuery(ROWS + " WHERE i.id = :id").bind("id", id)).stream()
                .findFirst();
    }

    private static List<Row> rows(Query query) {
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
                        Columns.instant(row, "created_at"),
                        Columns.perhapsBytes(row, "subject"),
                        Columns.perhapsBytes(row, "html"),
                        ties(row)))
                .list();
    }

    /// A message of before calls were recorded has none; a notice has an empty verification.
    private static Inbox.Ties ties(ResultSet row) throws SQLException {
        Optional<String> action = Optional.ofNullable(row.getString("action"));
        Optional<String> request = Optional.ofNullable(row.getString("request"));
        return new Inbox.Ties(
                Optional.ofNullable(row.getString("verification")).filter(id -> !id.isEmpty()),
                request.map(id -> new Cause(new RequestId(id), action.orElse(""))));
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
