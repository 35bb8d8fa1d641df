package dev.countersign.store.database;

/// The database would not make a batch of units durable. Nothing of the batch was done; only when the
/// connection broke in that very moment it is open whether it was.
public final class CommitFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommitFailed(Throwable cause) {
        super("the database did not commit", cause);
    }
}
