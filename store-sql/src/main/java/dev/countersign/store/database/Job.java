package dev.countersign.store.database;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A unit of work that waits for the writer, and whom to tell.
///
/// @param keys what it holds against other processes
/// @param unit the work
/// @param alone whether it runs outside of any transaction
/// @param trail where its request stands in a trace; empty for nowhere
/// @param done told once, after the commit
record Job<T>(Set<String> keys, UnitOfWork<T> unit, boolean alone, Optional<String> trail, CompletableFuture<T> done) {
    /// Waits for the end; a virtual thread parks without holding on to its carrier.
    T await() {
        try {
            return done.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (failed.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw failed;
        }
    }
}
