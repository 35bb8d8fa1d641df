package dev.countersign.store.database;

import org.flywaydb.core.Flyway;

/// Brings the schema to the newest version.
final class Migrations {
    /// The newest file's number under `schema/`. A store that has it needs no look at the files, which would
    /// cost a good part of the time that a start may take.
    static final String NEWEST = "0005";

    private static final String HISTORY = "schema_history";

    private final Engine engine;

    Migrations(Engine engine) {
        this.engine = engine;
    }

    /// Runs what is missing. Several processes may do this at once.
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
    boolean newest() {
        return engine.read(handle -> handle.createQuery("""
                SELECT COUNT(*) FROM schema_history WHERE version = :newest AND success
                """)
                        .bind("newest", NEWEST)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }
}
