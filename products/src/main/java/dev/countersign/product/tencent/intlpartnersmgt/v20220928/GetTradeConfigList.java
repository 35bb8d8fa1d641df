package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.Trades;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import java.util.List;

/// `GetTradeConfigList`: the industries that [CreateAccount] takes. The vendor does not publish its list: the
/// catalogue is ours, with ids of the documented shape.
public final class GetTradeConfigList implements Action<GetTradeConfigList.Request, GetTradeConfigList.Response> {
    /// It has no parameters.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "The layer-1 industries.") List<TradeOneNode> tradeList) {}

    /// A layer-1 industry.
    public record TradeOneNode(
            @Field(doc = "Id, for `TradeOne`.", example = "kghy_01")
            String id,

            @Field(doc = "Name.", example = "Internet services")
            String name,

            @Field(doc = "Its layer-2 industries.") List<TradeTwoNode> children) {}

    /// A layer-2 industry.
    public record TradeTwoNode(
            @Field(doc = "Id, for `TradeTwo`.", example = "kghy_0101")
            String id,

            @Field(doc = "Name.", example = "Cloud and hosting")
            String name,

            @Field(doc = "Id of the layer-1 industry.", example = "kghy_01")
            String tradeInfo) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetTradeConfigList", Request.class, Response.class)
            .summary("Lists the industries that a customer can belong to, in two layers.")
            .catalogues("OperationDenied.ServiceBusy", "System busy. Please try again later.")
            .build();

    private final Response all;

    /// @param trades the catalogue
    public GetTradeConfigList(Trades trades) {
        this.all =
                new Response(trades.all().stream().map(GetTradeConfigList::node).toList());
    }

    private static TradeOneNode node(Trades.Trade trade) {
        return new TradeOneNode(
                trade.id(),
                trade.name(),
                trade.children().stream()
                        .map(child -> new TradeTwoNode(child.id(), child.name(), trade.id()))
                        .toList());
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return all;
    }
}
