package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.Customers;
import dev.countersign.customer.Trades;
import dev.countersign.destination.Destinations;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.gateway.action.Product;
import java.util.List;

/// The contents of the product.
public final class IntlPartnersMgt {
    private IntlPartnersMgt() {}

    /// The product, wired.
    ///
    /// @param customers registers and tells about customers
    /// @param destinations normalises numbers
    /// @param plan lists countries
    /// @param trades lists industries
    public static Product product(Customers customers, Destinations destinations, NumberingPlan plan, Trades trades) {
        return new Product(
                "tencent",
                "intlpartnersmgt",
                "2022-09-28",
                true,
                List.of(
                        new SendVerifyCode(customers, destinations),
                        new CreateAccount(customers, destinations),
                        new GetCountryCodes(plan),
                        new GetTradeConfigList(trades),
                        new QueryAccountVerificationStatus(customers),
                        new DescribeCustomerUin(customers),
                        new DescribeCustomerInfo(customers)));
    }
}
