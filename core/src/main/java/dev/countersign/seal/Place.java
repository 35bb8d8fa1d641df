package dev.countersign.seal;

/// Where a sealed value stands. It is authenticated with the value, so that a value copied to another tenant,
/// column or row does not open.
///
/// @param tenant the tenant's id; 0 for the installation itself
/// @param table the table's name
/// @param column the column's name
/// @param row the row's key
public record Place(long tenant, String table, String column, String row) {
    /// The authenticated text: parts joined by a character that none of them holds.
    String associated() {
        return tenant + "\n" + table + "\n" + column + "\n" + row;
    }
}
