package dev.countersign.store.database;

import org.jdbi.v3.core.Handle;

/// What is to be done as one step, with a connection that is lent for its duration.
///
/// A unit may be run again from the start when the database asked for it, so it changes nothing but the
/// database, and what counts is what its last run returned.
///
/// @param <T> what it finds out
@FunctionalInterface
public interface UnitOfWork<T> {
    /// Does it. Whatever it throws takes back all that it did, and reaches its caller alone.
    T perform(Handle handle);
}
