package dev.countersign.server.dev.kept;

import dev.countersign.server.dev.Snapshots;
import dev.countersign.store.SqliteSnapshots;
import java.util.Comparator;
import java.util.List;

/// Snapshots beside the store's file.
public final class KeptSnapshots implements Snapshots {
    private final SqliteSnapshots snapshots;

    /// @param snapshots saves and restores the store
    public KeptSnapshots(SqliteSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public String save() {
        return snapshots.save();
    }

    @Override
    public boolean restore(String id) {
        return snapshots.restore(id);
    }

    @Override
    public List<Saved> all() {
        return snapshots.all().entrySet().stream()
                .map(one -> new Saved(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Saved::savedAt).reversed())
                .toList();
    }
}
