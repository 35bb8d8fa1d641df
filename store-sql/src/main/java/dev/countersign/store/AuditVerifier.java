package dev.countersign.store;

import dev.countersign.store.AuditLinks.Link;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Follows the audit's chain from its first link, or from where it was purged, to its end.
public final class AuditVerifier {
    private static final int PAGE = 500;

    private final Transactions transactions;
    private final AuditChain chain;

    /// @param transactions where the tables are
    /// @param chain made the links
    public AuditVerifier(Transactions transactions, AuditChain chain) {
        this.transactions = transactions;
        this.chain = chain;
    }

    /// How far the chain was followed.
    private record Position(Link last, long links, long entries, Optional<String> broken) {
        Position to(Link link) {
            return new Position(link, links + 1, entries + link.entries(), broken);
        }

        Position broken(String where) {
            return new Position(last, links, entries, Optional.of(where));
        }
    }

    /// Verifies everything that was committed when this began.
    ///
    /// @param checkpoints what was kept of it elsewhere, oldest first; none to see no cut at the end
    public AuditVerdict verify(List<AuditCheckpoint> checkpoints) {
        Optional<String> forged = checkpoints.stream()
                .filter(one -> !one.genuine(chain.hashes()))
                .map(one -> "the checkpoint of " + one.at() + " was not made by this installation")
                .findFirst();
        if (forged.isPresent()) {
            return new AuditVerdict.Broken(forged.get());
        }
        long end = transactions.read(
                handle -> new AuditLinks(handle).last().map(Link::number).orElse(0L));
        Link floor = transactions.read(chain::floor);
        Position position = new Position(floor, 0, 0, Optional.empty());
        while (position.broken().isEmpty() && position.last().number() < end) {
            Position from = position;
            position = transactions.read(handle -> page(handle, from, end));
        }
        return position.broken()
                .or(() -> transactions.read(handle -> strays(handle, floor)))
                .or(() -> transactions.read(handle -> cut(handle, floor, checkpoints)))
                .<AuditVerdict>map(AuditVerdict.Broken::new)
                .orElse(new AuditVerdict.Sound(position.links(), position.entries()));
    }

    private Position page(Handle handle, Position from, long end) {
        AuditLinks links = new AuditLinks(handle);
        Position position = from;
        for (Link link : links.after(from.last().number(), PAGE)) {
            long expected = position.last().number() + 1;
            if (link.number() != expected) {
                return position.broken("link " + expected + " is missing");
            }
            Optional<String> wrong = wrong(links, position.last(), link);
            if (wrong.isPresent()) {
                return position.broken(wrong.get());
            }
            position = position.to(link);
        }
        return position.equals(from) ? position.broken("link " + end + " is missing") : position;
    }

    private Optional<String> wrong(AuditLinks links, Link before, Link link) {
        List<AuditRow> rows = links.entries(link.number());
        List<Bytes> digests = new ArrayList<>();
        for (AuditRow row : rows) {
            Bytes digest = chain.hashes().entry(row);
            if (!row.digest().map(digest::equalsInConstantTime).orElse(false)) {
                return Optional.of("entry " + row.seq() + " was changed after it was written");
            }
            digests.add(digest);
        }
        if (rows.size() != link.entries()) {
            return Optional.of(
                    "link " + link.number() + " held " + link.entries() + " entries and holds " + rows.size());
        }
        Bytes hash = chain.hashes().link(before.hash(), link.number(), digests);
        return hash.equalsInConstantTime(link.hash())
                ? Optional.empty()
                : Optional.of("link " + link.number() + " does not follow from what is before it");
    }

    private static Optional<String> strays(Handle handle, Link floor) {
        int strays = new AuditLinks(handle).strays(floor.number());
        return strays == 0 ? Optional.empty() : Optional.of(strays + " entries stand in no link");
    }

    /// A link that a checkpoint knows must be there; one that was purged by intent is below the floor.
    private static Optional<String> cut(Handle handle, Link floor, List<AuditCheckpoint> checkpoints) {
        AuditLinks links = new AuditLinks(handle);
        return checkpoints.stream()
                .filter(one -> one.link() > floor.number())
                .filter(one -> links.numbered(one.link())
                        .filter(link -> link.hash().equals(one.hash()))
                        .isEmpty())
                .map(one -> "the checkpoint of " + one.at() + " knows link " + one.link()
                        + ", which is not there or is another one: the end was cut off or written anew")
                .findFirst();
    }
}
