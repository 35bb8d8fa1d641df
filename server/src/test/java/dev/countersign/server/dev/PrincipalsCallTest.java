package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Response;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrincipalsCallTest {
    private final Developer developer = new Developer();

    @Test
    void makes_a_user_of_tenant_dev_with_any_uin() {
        String body =
                "{\"uin\":123,\"name\":\"x\",\"phone\":\"+852 6555 5555\",\"mail\":\"X@Example.com\",\"wechat\":true}";

        assertThat(Developer.ok(put(body)))
                .isEqualTo("{\"uin\":123,\"name\":\"x\",\"phone\":\"85265555555\",\"mail\":\"x@example.com\","
                        + "\"wechat\":true,\"policy\":\"none\"}");
        assertThat(developer.tenants.users.get(123L))
                .isEqualTo(new UserRecord(
                        123, DevWorld.DEV, "x", Secret.of("+852 65555555"), Secret.of("x@example.com"), true));
    }

    @Test
    void needs_nothing_but_a_uin() {
        assertThat(Developer.ok(put("{\"uin\":7}")))
                .isEqualTo("{\"uin\":7,\"name\":\"user-7\",\"phone\":null,\"mail\":null,\"wechat\":false,"
                        + "\"policy\":\"none\"}");
    }

    @Test
    void keeps_name_and_policy_and_binds_only_what_is_given() {
        assertThat(Developer.ok(put("{\"uin\":100000000011,\"phone\":\"85267777777\"}")))
                .isEqualTo("{\"uin\":100000000011,\"name\":\"alice\",\"phone\":\"85267777777\",\"mail\":null,"
                        + "\"wechat\":false,\"policy\":\"everything\"}");
    }

    @Test
    void changes_the_policy_when_asked() {
        assertThat(Developer.ok(put("{\"uin\":100000000012,\"policy\":\"everything\"}")))
                .contains("\"policy\":\"everything\"");
        assertThat(Developer.ok(put("{\"uin\":100000000012}"))).contains("\"policy\":\"everything\"");
        assertThat(Developer.ok(put("{\"uin\":100000000012,\"policy\":\"none\"}")))
                .contains("\"policy\":\"none\"");
    }

    @Test
    void refuses_the_root_and_other_tenants_principals() {
        assertThat(Developer.problem(put("{\"uin\":100000000001}"), 409)).contains("root of tenant dev");
        assertThat(Developer.problem(put("{\"uin\":100000000002}"), 409)).contains("another tenant");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | needs the member \"uin\"",
                "{\"uin\":null} | needs the member \"uin\"",
                "{\"uin\":0} | must be positive",
                "{\"uin\":-5} | must be positive",
                "{\"uin\":\"123\"} | must be a whole number",
                "{\"uin\":1.0} | must be a whole number",
                "{\"uin\":1e3} | must be a whole number",
                "{\"uin\":12345678901234567890} | at most 18 digits",
                "{\"uin\":true} | must be a whole number",
                "{\"uin\":1,\"name\":\"\"} | 1 to 64 characters",
                "{\"uin\":1,\"name\":7} | must be a text",
                "{\"uin\":1,\"name\":\"a\\u0000b\"} | none of them a control",
                "{\"uin\":1,\"name\":\"\\ud800\"} | not JSON in UTF-8",
                "{\"uin\":1,\"phone\":\"61234567\"} | begins with a country code",
                "{\"uin\":1,\"phone\":\"852abc\"} | begins with a country code",
                "{\"uin\":1,\"phone\":85261234567} | must be a text",
                "{\"uin\":1,\"mail\":\"alice\"} | must be an e-mail address",
                "{\"uin\":1,\"mail\":[\"a@b.example\"]} | must be a text",
                "{\"uin\":1,\"wechat\":\"yes\"} | must be true or false",
                "{\"uin\":1,\"policy\":\"all\"} | no policy is called \"all\"",
                "{\"uin\":1,\"policy\":\"evrything\"} | did you mean \"everything\"?",
                "{\"uin\":1,\"phnoe\":\"85261234567\"} | did you mean \"phone\"?"
            })
    void refuses_what_is_not_a_user_and_makes_none(String body, String reason) {
        assertThat(Developer.problem(put(body), 400)).contains(reason);
        assertThat(developer.tenants.users).hasSize(2);
    }

    private Response put(String body) {
        return developer.ask("PUT", "/dev/principals", body);
    }
}
