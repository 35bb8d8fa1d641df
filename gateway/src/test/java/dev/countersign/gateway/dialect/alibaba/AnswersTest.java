package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswersTest {
    private final Stand stand = new Stand(AlibabaOptions.vendor());

    private static Request rpc(String format, String whom) {
        Map<String, String> parameters = Signer.parameters("Greet", "n" + format, "LTAIroot");
        parameters.put("Format", format);
        parameters.put("Whom", whom);
        return Signer.rpc(parameters, Stand.SECRET);
    }

    private static String id(Response response) {
        return response.headers().stream()
                .filter(header -> header.getKey().equals("x-acs-request-id"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "json", "Json"})
    void json_has_no_envelope_and_its_id_in_body_and_header(String format) {
        Response response = stand.answer(rpc(format, "x"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json;charset=utf-8");
        assertThat(response.body().toUtf8())
                .isEqualTo("{\"RequestId\":\"" + id(response) + "\",\"Said\":\"hello x\",\"Names\":[\"a\",\"b\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XML", "xml", ""})
    void xml_is_named_after_the_action_and_is_what_version_1_gets_unasked(String format) {
        Response response = stand.answer(rpc(format, "<&>"));
        assertThat(response.contentType()).isEqualTo("text/xml;charset=utf-8");
        assertThat(response.body().toUtf8())
                .isEqualTo(
                        "<?xml version='1.0' encoding='UTF-8'?><GreetResponse><RequestId>" + id(response)
                                + "</RequestId><Said>hello &lt;&amp;&gt;</Said><Names>a</Names><Names>b</Names></GreetResponse>");
    }

    @Test
    void an_error_has_the_fields_of_the_vendor_in_both_forms() {
        Map<String, String> headers = Signer.headers("Nope", "n");
        Response json = stand.answer(Signer.acs3(headers, "", "LTAIroot", Stand.SECRET));
        assertThat(json.status()).isEqualTo(404);
        assertThat(json.body().toUtf8())
                .isEqualTo("{\"RequestId\":\"" + id(json) + "\",\"HostId\":\"127.0.0.1:7300\","
                        + "\"Code\":\"InvalidAction.NotFound\",\"Message\":\"Specified api is not found, please check"
                        + " your url and method.\",\"Recommend\":"
                        + "\"https://api.aliyun.com/troubleshoot?q=InvalidAction.NotFound\"}");
        Response xml = stand.answer(Signer.request("GET", "AccessKeyId=x", Map.of("host", "h"), ""));
        assertThat(xml.body().toUtf8())
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>" + id(xml)
                        + "</RequestId><HostId>h</HostId><Code>MissingAction</Code><Message>Action is mandatory for this"
                        + " action.</Message><Recommend>https://api.aliyun.com/troubleshoot?q=MissingAction</Recommend>"
                        + "</Error>");
    }

    @Test
    void a_refusal_of_status_200_has_the_form_of_the_actions_answer() {
        AlibabaDialect dialect = new AlibabaDialect(AlibabaOptions.vendor(), request -> false);
        RequestId id = new RequestId("r");
        ErrorCode soon = ErrorCode.of("biz.FREQUENCY", "check frequency failed", 200, ErrorCode.Kind.REFUSAL);
        Response json = dialect.refuse(id, soon, Dialect.Manner.ENGLISH, "Greet");
        assertThat(json.status()).isEqualTo(200);
        assertThat(json.body().toUtf8())
                .isEqualTo("{\"RequestId\":\"r\",\"Code\":\"biz.FREQUENCY\","
                        + "\"Message\":\"check frequency failed\",\"Success\":false}");
        Dialect.Manner xml = new Dialect.Manner("en-US", Shape.ACS3_XML.name(), "h");
        assertThat(dialect.refuse(id, soon, xml, "Greet").body().toUtf8())
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?><GreetResponse><RequestId>r</RequestId>"
                        + "<Code>biz.FREQUENCY</Code><Message>check frequency failed</Message><Success>false</Success>"
                        + "</GreetResponse>");
    }

    @Test
    void what_was_signed_is_shown_only_where_the_installation_allows() {
        Request wrong3 = Signer.acs3(Signer.headers("Greet", "n"), "Whom=x", "LTAIroot", "wrong");
        Map<String, String> parameters = Signer.parameters("Greet", "n", "LTAIroot");
        parameters.put("Format", "JSON");
        Request wrong1 = Signer.rpc(parameters, "wrong");
        assertThat(Stand.text(stand.answer(wrong3), "Message"))
                .isEqualTo("Specified signature does not match our calculation.");
        assertThat(Stand.text(stand.answer(wrong1), "Message"))
                .isEqualTo("Specified signature is not matched with our calculation.");
        Stand open = new Stand(AlibabaOptions.development());
        assertThat(Stand.text(open.answer(wrong3), "Message"))
                .startsWith("Specified signature does not match our calculation. server StringToSign is"
                        + " [ACS3-HMAC-SHA256\n")
                .contains("] server CanonicalRequest is [POST\n/\nWhom=x\nhost:127.0.0.1:7300\n");
        assertThat(Stand.text(open.answer(wrong1), "Message"))
                .startsWith("Specified signature is not matched with our calculation. server string to sign is:"
                        + "GET&%2F&AccessKeyId%3DLTAIroot%26Action%3DGreet");
    }

    @Test
    void query_and_form_are_read_together_and_no_name_twice() {
        Map<String, String> parameters = Signer.parameters("Greet", "mixed", "LTAIroot");
        parameters.put("Format", "JSON");
        String query = Signer.query(parameters);
        String signature = Signer.rpc("POST", query + "&Whom=x", Stand.SECRET);
        String form = "Whom=x&" + Signer.query(Map.of("Signature", signature));
        assertThat(stand.outcome(post(query, "application/x-www-form-urlencoded; charset=UTF-8", form)))
                .isEqualTo("200");
        assertThat(stand.outcome(post(query, "application/x-www-form-urlencoded", form + "&Action=Greet")))
                .isEqualTo("400 InvalidParameter");
        assertThat(stand.outcome(post(query, "application/json", form))).isEqualTo("400 InvalidParameter");
        assertThat(stand.outcome(post(query, "application/json", "{\"Whom\":\"x\"}")))
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void a_body_with_two_meanings_is_read_in_the_one_that_its_type_names() {
        Map<String, String> headers = Signer.headers("Greet", "two");
        String both = "{\"a=\":\"&Whom=x&b=\"}";
        headers.put("x-acs-content-sha256", Signer.sha256(both));
        headers.put("content-type", "application/x-www-form-urlencoded");
        assertThat(stand.outcome(Signer.acs3(headers, "", both, "LTAIroot", Stand.SECRET)))
                .as("a form, in which Whom is x")
                .isEqualTo("200");
        for (String type : List.of("application/json", "text/plain", "text/xml", "multipart/form-data", "x")) {
            headers.put("content-type", type);
            assertThat(stand.outcome(Signer.acs3(headers, "", both, "LTAIroot", Stand.SECRET)))
                    .as(type)
                    .isEqualTo("400 InvalidParameter");
        }
        headers.remove("content-type");
        assertThat(stand.outcome(Signer.acs3(headers, "", both, "LTAIroot", Stand.SECRET)))
                .as("no type")
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void a_body_in_xml_is_not_read_and_no_entity_is_expanded() {
        String xml = "<!DOCTYPE x [<!ENTITY whom SYSTEM \"file:///etc/hostname\">]><Whom>&whom;</Whom>";
        Map<String, String> headers = Signer.headers("Greet", "xml");
        headers.put("x-acs-content-sha256", Signer.sha256(xml));
        headers.put("content-type", "text/xml;charset=utf-8");
        Response refused = stand.answer(Signer.acs3(headers, "", xml, "LTAIroot", Stand.SECRET));
        assertThat(Stand.text(refused, "Code")).isEqualTo("InvalidParameter");
        assertThat(Stand.text(refused, "Message"))
                .isEqualTo("A body must be a form, with the content type application/x-www-form-urlencoded.");
    }

    @Test
    void other_methods_and_bearer_tokens_are_refused() {
        Map<String, String> headers = Signer.headers("Greet", "n");
        assertThat(stand.outcome(Signer.request("PUT", "", headers, ""))).isEqualTo("405 UnsupportedHTTPMethod");
        headers.put("x-acs-bearer-token", "t");
        assertThat(stand.outcome(Signer.request("POST", "", headers, ""))).isEqualTo("400 InvalidParameter");
        headers.remove("x-acs-bearer-token");
        assertThat(stand.outcome(Signer.request("POST", "", headers, ""))).isEqualTo("400 MissingAccessKeyId");
    }

    private static Request post(String query, String contentType, String body) {
        return new Request(
                "POST",
                "/",
                query,
                Headers.of("Host", Signer.HOST, "Content-Type", contentType),
                Bytes.utf8(body),
                "192.0.2.1",
                false);
    }
}
