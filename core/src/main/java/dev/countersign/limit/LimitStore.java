package dev.countersign.limit;

/// Counts within fixed one-second windows. Losing it costs at worst one more second of allowance.
public interface LimitStore {
    /// Counts one more.
    ///
    /// @param key what is counted
    /// @param second the window, in seconds since 1970
    /// @return how many there are in this window with this one
    int hit(String key, long second);
}
