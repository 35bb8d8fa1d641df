package dev.countersign.seal;

/// Keeps the wrapped data keys.
public interface DataKeyStore {
    /// Opens the data keys under this master key; makes and keeps them when the store has none yet.
    ///
    /// @throws WrongMasterKey when the store's keys were wrapped by another one; nothing is changed
    DataKeys open(MasterKey master);

    /// Wraps the same data keys under another master key, in one step.
    ///
    /// @throws WrongMasterKey when `from` is not the present one
    void rewrap(MasterKey from, MasterKey to);
}
