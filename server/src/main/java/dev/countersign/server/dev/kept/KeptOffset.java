package dev.countersign.server.dev.kept;

import dev.countersign.server.dev.OffsetStore;
import dev.countersign.store.Settings;

/// The virtual clock's offset as a setting of the store.
public final class KeptOffset implements OffsetStore {
    private static final String NAME = "clock-offset-millis";

    private final Settings settings;

    /// @param settings where it is kept
    public KeptOffset(Settings settings) {
        this.settings = settings;
    }

    @Override
    public long read() {
        return settings.get(NAME).map(Long::valueOf).orElse(0L);
    }

    @Override
    public void write(long millis) {
        settings.put(NAME, Long.toString(millis));
    }
}
