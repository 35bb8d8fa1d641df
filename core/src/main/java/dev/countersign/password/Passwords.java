package dev.countersign.password;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Runs at most as many hashes at once as there are cores; a bounded number of callers wait, the next is
/// refused. So a flood of registrations can't take all memory and time.
public final class Passwords {
    private final PasswordHasher hasher;
    private final Semaphore running;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;

    /// @param hasher the hash
    /// @param atOnce how many run beside each other
    /// @param mostWaiting how many callers may wait
    public Passwords(PasswordHasher hasher, int atOnce, int mostWaiting) {
        this.hasher = hasher;
        this.running = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    /// Hashes a password.
    ///
    /// @throws Refused with [CallRefusal.Overloaded] when too many wait already
    public String hash(Secret password) {
        return inTurn(() -> hasher.hash(password));
    }

    /// Whether a hash is of this password.
    ///
    /// @param hash in PHC form
    /// @throws Refused with [CallRefusal.Overloaded] when too many wait already
    public boolean verify(Secret password, Secret hash) {
        return inTurn(() -> hasher.verify(password, hash.reveal()));
    }

    private <T> T inTurn(Supplier<T> work) {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            throw new Refused(new CallRefusal.Overloaded(Duration.ofSeconds(1)));
        }
        try {
            running.acquireUninterruptibly();
        } finally {
            waiting.decrementAndGet();
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
