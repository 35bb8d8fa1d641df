package dev.countersign.store;

import dev.countersign.store.database.Transactions;
import java.util.Optional;

/// Facts about the installation that outlive a process: names with values.
public final class Settings {
    /// Whether the store was made by `dev` or by `serve`. A reset keeps it.
    public static final String KIND = "kind";

    private final Transactions transactions;

    /// @param transactions where the table is
    public Settings(Transactions transactions) {
        this.transactions = transactions;
    }

    /// A setting's value, if it was ever put.
    public Optional<String> get(String name) {
        return transactions.read(handle -> handle.createQuery("SELECT value FROM setting WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /// Gives a setting a value.
    public void put(String name, String value) {
        transactions.write(handle ->
                handle.createUpdate("""
                        INSERT INTO setting (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """).bind("name", name).bind("value", value).execute());
    }

    /// Forgets a setting.
    public void remove(String name) {
        transactions.write(handle -> handle.createUpdate("DELETE FROM setting WHERE name = :name")
                .bind("name", name)
                .execute());
    }
}
