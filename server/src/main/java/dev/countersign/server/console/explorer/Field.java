package dev.countersign.server.console.explorer;

/// A field of the form.
///
/// @param row what it is for
/// @param value what stands in it
/// @param wrong what is wrong with it, for a person; empty for nothing
public record Field(Row row, String value, String wrong) {
    /// Its id in the page.
    public String id() {
        return "p-" + row.path().replace('.', '-');
    }
}
