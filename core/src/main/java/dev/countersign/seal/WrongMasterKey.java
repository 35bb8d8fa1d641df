package dev.countersign.seal;

/// The store's data keys were wrapped by another master key. Nothing was read or changed.
public final class WrongMasterKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Says what to look for.
    public WrongMasterKey() {
        super("the master key is not the one that this store was made with; nothing was changed");
    }
}
