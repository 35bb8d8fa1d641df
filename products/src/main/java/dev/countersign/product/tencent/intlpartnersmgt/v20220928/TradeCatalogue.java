package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.Trades;
import dev.countersign.customer.Trades.SubTrade;
import dev.countersign.customer.Trades.Trade;
import java.util.ArrayList;
import java.util.List;

/// The industries that we offer. The vendor shows `kghy_01` and `kghy_0101` as examples and publishes no list.
public final class TradeCatalogue {
    private TradeCatalogue() {}

    /// The catalogue: 10 industries in layer 1.
    public static Trades standard() {
        return new Trades(List.of(
                trade(1, "Internet services", "Cloud and hosting", "Social networks", "Search and portals", "Other"),
                trade(2, "Games", "Mobile games", "PC and console games", "Game platforms", "Other"),
                trade(3, "E-commerce and retail", "Online retail", "Physical retail", "Cross-border trade", "Other"),
                trade(4, "Finance", "Banking", "Insurance", "Securities", "Payments", "Other"),
                trade(5, "Media and entertainment", "Video and streaming", "Music", "Publishing", "Other"),
                trade(6, "Education", "Schools and universities", "Online education", "Other"),
                trade(7, "Health", "Hospitals", "Pharmaceuticals", "Digital health", "Other"),
                trade(8, "Manufacturing and energy", "Electronics", "Automotive", "Energy", "Other"),
                trade(9, "Transport and travel", "Logistics", "Travel", "Mobility", "Other"),
                trade(10, "Public sector and other", "Government", "Non-profit", "Consulting", "Other")));
    }

    private static Trade trade(int number, String name, String... children) {
        String id = String.format("kghy_%02d", number);
        List<SubTrade> all = new ArrayList<>();
        for (int i = 0; i < children.length; i++) {
            all.add(new SubTrade(String.format("%s%02d", id, i + 1), children[i]));
        }
        return new Trade(id, name, List.copyOf(all));
    }
}
