package dev.countersign.store.database;

import org.flywaydb.core.Flyway;

/// Brings the schema to the newest version.
final class Migrations {
    /// The newest file's number under `schema/`. A store that has it needs no look at the files, which would
    /// cost a good part of the time that a start may take.
    static final String NEWEST = "0014";

    private static final String HISTORY = "schema_history";

    private final Engine engine;

    Migrations(Engine engine) {
        this.engine = engine;
    }

    /// Runs what is missing. Several processes may do this at once.
    ///
    /// @throws NewerSchema when the store is ahead of this program
    void run() {
        if (!engine.made() || !newest()) {
            run("latest");
        }
    }

    /// Runs what is missing up to a version.
    void run(String target) {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(engine.migrating())
                .locations("classpath:schema")
                .failOnMissingLocations(true)
                .table(HISTORY)
                .target(target)
                .placeholders(engine.words())
                .load()
                .migrate();
    }

    /// Whether the newest version is there.
    ///
    /// @throws NewerSchema when the store is ahead of this program
    boolean newest() {
        String theirs = engine.read(
                handle -> handle.createQuery("""
                SELECT MAX(version) FROM schema_history WHERE success
                """).mapTo(String.class).findOne().orElse(""));
        if (theirs.compareTo(NEWEST) > 0) {
            throw new NewerSchema(theirs, NEWEST);
        }
        return theirs.equals(NEWEST);
    }
}
