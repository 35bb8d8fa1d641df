package dev.countersign.store.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Units of work that share one commit. Each is kept or taken back by itself; all of them are durable, or none.
final class Batch {
    /// How often a unit is run by itself before its conflict is its caller's.
    private static final int TRIES = 5;

    /// What PostgreSQL says when running again may help: serialization failure, deadlock.
    private static final Set<String> PASSING = Set.of("40001", "40P01");

    private final Engine engine;
    private final Closing closing;
    private final List<Job<?>> jobs;
    private final List<Runnable> outcomes;

    Batch(Engine engine, Closing closing, List<Job<?>> jobs) {
        this.engine = engine;
        this.closing = closing;
        this.jobs = List.copyOf(jobs);
        this.outcomes = new ArrayList<>(jobs.size());
    }

    /// Runs the units, commits, and tells every caller.
    void run() {
        int tries = 0;
        while (!jobs.isEmpty()) {
            @Nullable Throwable failure = attempt();
            tries++;
            if (failure == null) {
                outcomes.forEach(Runnable::run);
                return;
            }
            if (passing(failure) && jobs.size() > 1) {
                jobs.forEach(job -> new Batch(engine, closing, List.of(job)).run());
                return;
            }
            if (!passing(failure) || tries == TRIES) {
                jobs.forEach(job -> job.done().completeExceptionally(failure));
                return;
            }
        }
    }

    /// Runs one job without a transaction.
    void outside() {
        for (Job<?> job : jobs) {
            try (Writing writing = engine.writing()) {
                perform(job, writing).run();
            } catch (RuntimeException | Error failure) {
                job.done().completeExceptionally(failure);
            }
        }
    }

    /// Runs the units in one transaction and commits it.
    ///
    /// @return what made the whole batch fail, if anything
    private @Nullable Throwable attempt() {
        outcomes.clear();
        try (Writing writing = engine.writing()) {
            writing.begin();
            try {
                writing.hold(keys());
                for (Job<?> job : jobs) {
                    outcomes.add(jobs.size() == 1 ? perform(job, writing) : marked(job, writing));
                }
                close(writing);
            } catch (RuntimeException | Error failure) {
                rollbackAfter(failure, writing);
                return failure;
            }
            return commit(writing);
        } catch (RuntimeException | Error failure) {
            return failure;
        }
    }

    /// Its key is taken last of all and only here, so that two processes can't wait for each other over it.
    private void close(Writing writing) {
        if (closing.wanted(writing.handle())) {
            writing.hold(new TreeSet<>(Set.of(Closing.EXCLUSIVE)));
            closing.perform(writing.handle());
        }
    }

    private static @Nullable Throwable commit(Writing writing) {
        try {
            writing.commit();
            return null;
        } catch (RuntimeException refused) {
            rollbackAfter(refused, writing);
            return passing(refused) ? refused : new CommitFailed(refused);
        }
    }

    private static void rollbackAfter(Throwable failure, Writing writing) {
        try {
            writing.rollback();
        } catch (RuntimeException gone) {
            // Some failures end the transaction by themselves.
            failure.addSuppressed(gone);
        }
    }

    private SortedSet<String> keys() {
        SortedSet<String> all = new TreeSet<>();
        jobs.forEach(job -> all.addAll(job.keys()));
        return all;
    }

    /// A unit's failure takes back the unit alone, unless the database wants the whole batch again.
    private static Runnable marked(Job<?> job, Writing writing) {
        writing.mark();
        Runnable outcome;
        try {
            outcome = perform(job, writing);
        } catch (RuntimeException | Error failure) {
            if (passing(failure)) {
                throw failure;
            }
            writing.undo();
            return () -> job.done().completeExceptionally(failure);
        }
        writing.keep();
        return outcome;
    }

    private static <T> Runnable perform(Job<T> job, Writing writing) {
        Trail.put(writing.handle(), job.trail());
        T result = job.unit().perform(writing.handle());
        return () -> job.done().complete(result);
    }

    private static boolean passing(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && PASSING.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
