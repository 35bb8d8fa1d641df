package dev.countersign.store;

import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Message;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The inbox in SQL, sealed. [Retention] keeps it within its capacity.
public final class SqlInbox implements Inbox {
    /// Messages must come to light in the order of their numbers, or a reader could miss one.
    private static final Set<String> EXCLUSIVE = Set.of("inbox");

    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the table is
    /// @param seals seals what a message says and where it went
    public SqlInbox(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public boolean keep(Message message, Instant now) {
        String written = written(message.to());
        InboxTable.Row row = new InboxTable.Row(
                message.id(),
                message.tenant(),
                seal(message, "recipient", written),
                message.channel().word(),
                message.from(),
                seal(message, "body", message.text()),
                seal(
                        message,
                        "code",
                        message.code().map(code -> code.secret().reveal()).orElse("")),
                message.purpose(),
                message.locale(),
                message.language().word(),
                now,
                mail(message).map(mail -> seal(message, "subject", mail.subject())),
                mail(message).flatMap(Message.Written::html).map(html -> seal(message, "html", html)),
                Ties.NONE);
        Bytes hash = hash(written);
        return transactions.write(EXCLUSIVE, handle -> new InboxTable(handle).insert(row, hash));
    }

    @Override
    public List<Kept> find(Query query) {
        Optional<Bytes> hash = query.to().map(this::hash);
        return transactions.read(handle -> new InboxTable(handle).find(query, hash)).stream()
                .map(this::open)
                .toList();
    }

    @Override
    public Optional<Kept> read(String id) {
        return transactions.read(handle -> new InboxTable(handle).read(id)).map(this::open);
    }

    @Override
    public boolean holds(String id) {
        return transactions.read(handle -> new InboxTable(handle).seq(id)) > 0;
    }

    @Override
    public Map<String, Origin> origins(Set<String> ids) {
        return ids.isEmpty() ? Map.of() : transactions.read(handle -> new InboxTable(handle).origins(ids));
    }

    @Override
    public void clear() {
        transactions.write(handle -> handle.execute("DELETE FROM inbox"));
    }

    private Kept open(InboxTable.Row row) {
        return new Kept(
                row.id(),
                open(row, "recipient", row.recipient()),
                Channel.of(row.channel()),
                row.sender(),
                open(row, "body", row.body()),
                open(row, "code", row.code()),
                row.purpose(),
                row.locale(),
                row.language(),
                row.createdAt(),
                row.subject()
                        .map(subject -> new Mail(
                                open(row, "subject", subject), row.html().map(html -> open(row, "html", html)))),
                row.ties());
    }

    /// What only a mail has.
    private static Optional<Message.Written> mail(Message message) {
        return Optional.of(message)
                .filter(one -> one.channel() == Channel.EMAIL)
                .map(Message::written);
    }

    /// What a reader asks by: digits without plus, or the address.
    private static String written(Destination to) {
        return switch (to) {
            case PhoneNumber phone -> phone.digits();
            case MailAddress mail -> mail.canonical();
        };
    }

    private Bytes hash(String written) {
        return seals.lookup("inbox", written);
    }

    private Bytes seal(Message message, String column, String clear) {
        return seals.seal(place(message.tenant(), column, message.id()), clear);
    }

    private Secret open(InboxTable.Row row, String column, Bytes sealed) {
        return Secret.of(seals.open(place(row.tenant(), column, row.id()), sealed));
    }

    private static Place place(long tenant, String column, String id) {
        return new Place(tenant, "inbox", column, id);
    }
}
