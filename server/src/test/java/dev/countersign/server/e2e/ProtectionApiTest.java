package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Protection by our own API and by the developer's surface.
class ProtectionApiTest {
    private static final String ALICE = "/v1/principals/100000000011/protection";
    private static final String BOB = "/v1/principals/100000000012/protection";
    private static final String RULES = "/v1/tenant/rules";
    private static final String PLAIN =
            "'protectsCalls':false,'forcesLogin':false,'forcesOperation':false,'returnTo':[]";

    @TempDir
    static Path directory;

    private static Countersign server;
    private static Mfa mfa;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        mfa = new Mfa(new DevClient(server.port()));
    }

    @AfterAll
    static void stop() {
        mfa.client().close();
        server.close();
    }

    @BeforeEach
    void fresh() {
        mfa.dev("POST", "/dev/reset", "{}");
    }

    @Test
    void a_protection_is_told_and_set_half_by_half() {
        assertThat(rest("GET", ALICE, "").text())
                .isEqualTo("{'uin':100000000011,'login':'None','operation':'None','offsite':{'verify':false,"
                        .concat("'notifyPhone':false,'notifyMail':false,'notifyWechat':false,'tips':false},")
                        .concat("'promptTrust':false}")
                        .replace('\'', '"'));
        Answer put = rest("PUT", ALICE, "{'login':'Custom','operation':'Phone'}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.text("login")).isEqualTo("Custom");
        rest("PUT", ALICE, "{'operation':'Passkey','promptTrust':true}");
        rest("PUT", ALICE, "{'login':'None'}");

        Answer read = rest("GET", ALICE, "");
        assertThat(read.text("login")).isEqualTo("None");
        assertThat(read.text("operation")).isEqualTo("Passkey");
        assertThat(read.text("promptTrust")).isEqualTo("true");
        assertThat(mfa.half(Mfa.ALICE, "ActionFlag")).endsWith("'Passkey':1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'login':'Phone','operation':'Stoken'} | 409 | phone-not-bound",
                "{'login':'Stoken','operation':'Wechat'} | 409 | wechat-not-bound",
                "{'login':'Mail','operation':'Stoken'} | 409 | mail-not-bound",
                "{'login':'Token'} | 400 | parameter-invalid",
                "{'login':'phone'} | 400 | parameter-invalid",
                "{'login':1} | 400 | parameter-mistyped",
                "{'offsite':{'verify':true}} | 400 | parameter-missing",
                "{'logon':'Phone'} | 400 | parameter-unknown"
            })
    void what_can_not_be_set_changes_nothing(String body, int status, String code) {
        Answer answer = rest("PUT", BOB, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:countersign:problem:" + code);
        assertThat(rest("GET", BOB, "").text("operation")).isEqualTo("None");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "100000000002", "0"})
    void a_principal_that_is_nobody_or_anothers_is_unknown(String uin) {
        for (String method : new String[] {"GET", "PUT"}) {
            Answer answer = rest(
                    method, "/v1/principals/" + uin + "/protection", method.equals("GET") ? "" : "{'login':'None'}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("type")).isEqualTo("urn:countersign:problem:principal-unknown");
        }
    }

    @Test
    void what_is_forced_stays_on_here_too() {
        rest("PUT", ALICE, "{'login':'Phone'}");
        mfa.rules(false, true, false);
        Answer answer = rest("PUT", ALICE, "{'login':'None'}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("type")).isEqualTo("urn:countersign:problem:protection-not-allowed");
    }

    @Test
    void the_tenants_rules_are_told_and_replaced() {
        assertThat(rest("GET", RULES, "").text("customPage")).isEqualTo("/dev/custom?token={MFAToken}");
        String rules = "{'protectsCalls':true,'forcesLogin':true,'forcesOperation':false,"
                + "'customPage':'https://login.example.com/check?t={MFAToken}&x=1',"
                + "'returnTo':['https://app.example.com/back','http://127.0.0.1:3000/']}";
        Answer put = rest("PUT", RULES, rules);
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.text()).isEqualTo(rules.replace('\'', '"'));
        assertThat(rest("GET", RULES, "").text()).isEqualTo(put.text());
        rest("PUT", RULES, "{" + PLAIN + "}");
        assertThat(rest("GET", RULES, "").text()).isEqualTo(("{" + PLAIN + "}").replace('\'', '"'));
    }

    @Test
    void the_rules_that_are_told_can_be_put_back() {
        Answer told = rest("GET", RULES, "");
        Answer put = rest("PUT", RULES, told.text());
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.text()).isEqualTo(told.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example.com/",
                "http://login.example.com/{MFAToken}",
                "//evil.example/{MFAToken}",
                "https://{MFAToken}.example.com/",
                "https://example.com{MFAToken}",
                "javascript:alert({MFAToken})",
                "https://a.example/{MFAToken}/{MFAToken}",
                "https://a.example/#{MFAToken}"
            })
    void a_custom_page_must_be_safe_to_send_a_token_to(String page) {
        Answer answer = rest("PUT", RULES, "{" + PLAIN + ",'customPage':'" + page + "'}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:countersign:problem:custom-page-invalid");
        assertThat(answer.text("parameter")).isEqualTo("customPage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/back",
                "app.example.com",
                "http://app.example.com/",
                "https://app.example.com/#top",
                "https://user@app.example.com/",
                "https:///back",
                "https://app.example.com/a b",
                "ftp://app.example.com/",
                "",
                "https://app.example.com/','https://app.example.com/"
            })
    void a_page_to_return_to_must_be_absolute_and_safe(String page) {
        Answer answer = rest(
                "PUT",
                RULES,
                "{'protectsCalls':false,'forcesLogin':false,'forcesOperation':false,'returnTo':['" + page + "']}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("urn:countersign:problem:return-to-invalid");
    }

    @Test
    void rules_are_all_given_so_that_none_is_lifted_by_being_forgotten() {
        assertThat(rest("PUT", RULES, "{'returnTo':[]}").text("type"))
                .isEqualTo("urn:countersign:problem:parameter-missing");
    }

    @Test
    void the_developers_surface_sets_any_method_and_lists_it() {
        assertThat(put("{'uin':100000000011,'login':'Custom','operation':'Phone'}")
                        .text())
                .isEqualTo("{'uin':100000000011,'login':'Custom','operation':'Phone'}".replace('\'', '"'));
        mfa.rules(false, true, true);
        put("{'uin':100000000011,'login':'None'}");
        put("{'uin':100000000012,'operation':'Token'}");
        assertThat(mfa.dev("GET", "/dev/protection", "").text())
                .isEqualTo(("[{'uin':100000000011,'login':'None','operation':'Phone'},"
                                + "{'uin':100000000012,'login':'None','operation':'Token'}]")
                        .replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'uin':100000000012,'login':'Phone'} | 409 | has no phone number",
                "{'uin':100000000012,'login':'Mail'} | 409 | has no e-mail address",
                "{'uin':100000000012,'operation':'Wechat'} | 409 | has no WeChat identity",
                "{'uin':4711,'login':'Stoken'} | 404 | no user of this UIN",
                "{'uin':100000000002,'login':'Stoken'} | 404 | no user of this UIN",
                "{'uin':0,'login':'Stoken'} | 400 | must be positive",
                "{'login':'Stoken'} | 400 | needs the member",
                "{'uin':100000000012,'login':'Stokn'} | 400 | Stoken",
                "{'uin':100000000012,'logn':'Stoken'} | 400 | login"
            })
    void the_developers_surface_says_what_to_change(String body, int status, String detail) {
        Answer answer = put(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("detail")).contains(detail);
        assertThat(mfa.dev("GET", "/dev/protection", "").text()).isEqualTo("[]");
    }

    private static Answer put(String body) {
        return mfa.dev("PUT", "/dev/protection", body);
    }

    private static Answer rest(String method, String path, String body) {
        return mfa.client().rest(method, path, body.replace('\'', '"'));
    }
}
