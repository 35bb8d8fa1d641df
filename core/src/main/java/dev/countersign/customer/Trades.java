package dev.countersign.customer;

import java.util.List;
import java.util.Optional;

/// The industries that a customer can belong to, in two layers.
///
/// @param all the first layer, with its second
public record Trades(List<Trade> all) {
    /// A layer-1 industry.
    ///
    /// @param id as `kghy_01`
    public record Trade(String id, String name, List<SubTrade> children) {}

    /// A layer-2 industry.
    ///
    /// @param id as `kghy_0101`
    public record SubTrade(String id, String name) {}

    /// Whether the second id stands below the first.
    public boolean match(String one, String two) {
        Optional<Trade> first =
                all.stream().filter(trade -> trade.id().equals(one)).findFirst();
        return first.map(trade ->
                        trade.children().stream().anyMatch(child -> child.id().equals(two)))
                .orElse(false);
    }
}
