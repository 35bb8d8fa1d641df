package dev.countersign.server.e2e;

import dev.countersign.gateway.wire.Value;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/// Parameters of `CreateAccount` that are right, to be made wrong one at a time.
final class Accounts {
    private final DevClient client;
    private int made;

    Accounts(DevClient client) {
        this.client = client;
    }

    /// Right parameters, with a mail address of its own.
    Map<String, Value> right(String countryCode, String number, String code) {
        made++;
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("AccountType", Value.text("personal"));
        parameters.put("Mail", Value.text("m" + made + "-" + number + "@example.com"));
        parameters.put("Password", Value.text("ABCabc123!"));
        parameters.put("ConfirmPassword", Value.text("ABCabc123!"));
        parameters.put("PhoneNum", Value.text(number));
        parameters.put("CountryCode", Value.text(countryCode));
        parameters.put("Area", Value.text("HK"));
        parameters.put("VerifyCode", Value.text(code));
        parameters.put("TradeOne", Value.text("kghy_01"));
        parameters.put("TradeTwo", Value.text("kghy_0101"));
        return parameters;
    }

    Outcome create(String countryCode, String number, String code) {
        return create(right(countryCode, number, code));
    }

    Outcome create(Map<String, Value> parameters) {
        return client.call(DevClient.ROOT, "CreateAccount", new Value.Fields(parameters));
    }
}
