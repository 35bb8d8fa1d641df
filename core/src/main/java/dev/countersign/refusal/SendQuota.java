package dev.countersign.refusal;

/// The ceilings on sends, by what they count.
public enum SendQuota {
    /// Sends of one tenant to one destination within an hour.
    DESTINATION_HOUR("destination-per-hour"),
    /// Sends of one tenant to one destination within a day.
    DESTINATION_DAY("destination-per-day"),
    /// Sends of all tenants to one destination within a day.
    INSTALLATION_DAY("installation-per-day"),
    /// Sends for one principal within an hour.
    PRINCIPAL_HOUR("principal-per-hour"),
    /// Sends for one principal within a day.
    PRINCIPAL_DAY("principal-per-day"),
    /// Sends asked for by one source address within an hour.
    SOURCE_HOUR("source-per-hour"),
    /// Sends of one tenant within an hour.
    TENANT_HOUR("tenant-per-hour"),
    /// Sends of one tenant to one country within an hour.
    COUNTRY_HOUR("country-per-hour");

    private final String label;

    SendQuota(String label) {
        this.label = label;
    }

    /// The name that problem documents and metrics use.
    public String label() {
        return label;
    }
}
