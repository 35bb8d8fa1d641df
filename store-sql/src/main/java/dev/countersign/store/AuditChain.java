package dev.countersign.store;

import dev.countersign.store.AuditLinks.Link;
import dev.countersign.store.database.Closing;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Chains the audit: the entries of each batch become one link, in the commit that keeps them. A link's hash covers
/// the one before it, so that a row that was changed, taken out or put in breaks every link after it; only a cut at
/// the end needs a checkpoint to be seen.
public final class AuditChain implements Closing {
    /// Where the link is kept that the purged ones ended with.
    private static final String FLOOR = "audit-floor";

    private final AuditHashes hashes;

    /// @param key the installation's audit key
    public AuditChain(Bytes key) {
        this.hashes = new AuditHashes(key);
    }

    AuditHashes hashes() {
        return hashes;
    }

    @Override
    public boolean wanted(Handle handle) {
        return new AuditLinks(handle).anyUnlinked();
    }

    @Override
    public void perform(Handle handle) {
        AuditLinks links = new AuditLinks(handle);
        Link before = links.last().orElseGet(() -> floor(handle));
        long number = before.number() + 1;
        List<Bytes> digests = new ArrayList<>();
        Instant latest = Instant.EPOCH;
        for (AuditRow row : links.unlinked()) {
            Bytes digest = hashes.entry(row);
            links.link(row, number, digest);
            digests.add(digest);
            latest = row.at().isAfter(latest) ? row.at() : latest;
        }
        links.insert(new Link(number, latest, digests.size(), hashes.link(before.hash(), number, digests)));
    }

    /// The link that the purged ones ended with; the beginning, when none were. Its `entries` are 0.
    ///
    /// @throws IllegalStateException when somebody else wrote it
    Link floor(Handle handle) {
        Optional<String> kept = handle.createQuery("SELECT value FROM setting WHERE name = :name")
                .bind("name", FLOOR)
                .mapTo(String.class)
                .findOne();
        return kept.map(this::readFloor).orElse(new Link(0, Instant.EPOCH, 0, AuditHashes.BEGINNING));
    }

    private Link readFloor(String kept) {
        String[] parts = kept.split(" ", 4);
        if (parts.length == 4) {
            Link link = new Link(
                    Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), 0, Bytes.hex(parts[2]));
            if (seal(link).equalsInConstantTime(Bytes.hex(parts[3]))) {
                return link;
            }
        }
        throw new IllegalStateException("the audit's floor was not written by this installation");
    }

    /// Records that everything up to this link is gone by intent.
    void sink(Handle handle, Link to) {
        String value =
                to.number() + " " + to.at().toEpochMilli() + " " + to.hash().toHex() + " " + seal(to).toHex();
        handle.createUpdate("""
                        INSERT INTO setting (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """).bind("name", FLOOR).bind("value", value).execute();
    }

    private Bytes seal(Link link) {
        return hashes.statement("floor", link.number(), link.at().toEpochMilli(), link.hash());
    }
}
