package dev.countersign.store.database;

/// The store was changed by a newer version of this program. This one would misread it, and leaves it as it is.
public final class NewerSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param theirs the store's version
    /// @param ours the newest that this program knows
    NewerSchema(String theirs, String ours) {
        super("this store was changed by a newer version of Countersign (its schema is " + theirs + ", this one knows "
                + ours + "): run that version, or restore the backup; nothing was changed");
    }
}
