package dev.countersign.gateway;

import dev.countersign.audit.AuditEntry;
import dev.countersign.sts.IssuedKey;
import dev.countersign.sts.TemporaryKeyHolder;
import dev.countersign.sts.TemporaryKeyStore;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Temporary keys that a test wrote down.
public final class FixedTemporaryKeys implements TemporaryKeyStore {
    private final Map<String, TemporaryKeyHolder> keys = new HashMap<>();

    /// How often it was asked.
    public int asked;

    /// Adds a key.
    public void holding(TemporaryKeyHolder holder) {
        keys.put(holder.key().id(), holder);
    }

    @Override
    public void add(Principal principal, IssuedKey issued, Bytes tokenHash, AuditEntry entry) {
        throw new UnsupportedOperationException("these keys are fixed");
    }

    @Override
    public Optional<TemporaryKeyHolder> find(String id) {
        asked++;
        return Optional.ofNullable(keys.get(id));
    }
}
