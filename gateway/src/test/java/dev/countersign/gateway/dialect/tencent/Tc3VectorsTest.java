package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Signatures that the documentation prints, that third parties print, and that real SDKs sent to a capturing
/// server.
final class Tc3VectorsTest {
    private static final String JSON_UTF8 = "application/json; charset=utf-8";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CVM = "cvm.tencentcloudapi.com";
    private static final String FILTERS = "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], "
            + "\"Name\": \"instance-name\"}]}";
    private static final String STARS = "*".repeat(32);
    private static final String KEY_3 = "Gu5t9xGARNpq86cd98joQYCN3*******";
    private static final String KEY_4 = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    private static final String TECO = "MY_TC_SECRET_KEY";
    private static final String SDK = "sk-test";
    private static final String TOKEN_QUERY = "MFAToken=mfa+a%2Bb%26c%3Dd%27%28x%29*%7E";

    /// A request with the secret that signed it.
    record Vector(String name, String secret, Request request) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Head(String host, String contentType, String service, String date, String timestamp) {}

    private static final Head DOCS = new Head(CVM, JSON_UTF8, "cvm", "2019-02-25", "1551113065");

    static Stream<Vector> vectors() {
        return Stream.of(documentation(), teco(), sdks()).flatMap(List::stream);
    }

    private static List<Vector> documentation() {
        String plain = "content-type;host";
        String action = "content-type;host;x-tc-action";
        Head get = new Head(CVM, FORM, "cvm", "2018-10-09", "1539084154");
        return List.of(
                post("docs 1", DOCS, STARS, action, "10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f"),
                post("docs 2", DOCS, STARS, plain, "0ba957c8479e10a99dbe251b81ef286936efd9d45d9be9e82afcc2cc2ce15b85"),
                post("docs 3", DOCS, KEY_3, plain, "2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c"),
                post("docs 4", DOCS, KEY_4, plain, "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"),
                post("docs 5", DOCS, KEY_3, action, "be4f67d323c78ab9acb7395e43c0dbcf822a9cfac32fea2449a7bc7726b770a3"),
                post("docs 6", DOCS, KEY_4, action, "644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26"),
                vector(
                        "docs GET, key 4",
                        KEY_4,
                        request(
                                get,
                                "GET",
                                "Limit=10&Offset=0",
                                "",
                                plain,
                                "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474",
                                "X-TC-Action",
                                "DescribeInstances",
                                "X-TC-Version",
                                "2017-03-12")),
                vector(
                        "docs GET, key 3",
                        KEY_3,
                        request(
                                get,
                                "GET",
                                "Limit=10&Offset=0",
                                "",
                                plain,
                                "5eb8a01ce987b76143adc6fb86c97a9145b8f071f9daa6da95f024c0ba681056",
                                "X-TC-Action",
                                "DescribeInstances",
                                "X-TC-Version",
                                "2017-03-12")));
    }

    private static Vector post(String name, Head head, String secret, String signedHeaders, String signature) {
        return vector(
                name,
                secret,
                request(
                        head,
                        "POST",
                        "",
                        FILTERS,
                        signedHeaders,
                        signature,
                        "X-TC-Action",
                        "DescribeInstances",
                        "X-TC-Version",
                        "2017-03-12"));
    }

    private static List<Vector> teco() {
        Head cvm = new Head(CVM, "application/json", "cvm", "2001-09-09", "1000000000");
        Head cvmGet = new Head(CVM, FORM, "cvm", "2001-09-09", "1000000000");
        String host = "region.tencentcloudapi.com";
        Head region = new Head(host, "application/json", "region", "2001-09-09", "1000000000");
        Head regionGet = new Head(host, FORM, "region", "2001-09-09", "1000000000");
        String all = "content-type;host;x-tc-action;x-tc-content-sha256;x-tc-requestclient;x-tc-timestamp;x-tc-version";
        String[] described = {
            "X-TC-Action",
            "DescribeRegions",
            "X-TC-Version",
            "2022-06-27",
            "X-TC-RequestClient",
            "Teco",
            "X-TC-Content-SHA256"
        };
        return List.of(
                vector(
                        "Teco POST",
                        TECO,
                        request(
                                cvm,
                                "POST",
                                "",
                                "{}",
                                "content-type;host",
                                "2c0b761dcdeacac29ac9d135f9f22b0fa52d4536d8b7727a8a515935c47eaea7",
                                "X-TC-Action",
                                "DescribeInstances",
                                "X-TC-Version",
                                "2017-03-12")),
                vector(
                        "Teco GET",
                        TECO,
                        request(
                                cvmGet,
                                "GET",
                                "InstanceIds.0=ins-000000&InstanceIds.1=ins-000001",
                                "",
                                "content-type;host",
                                "a4315b91798a181a6e5fb0353590040a399edad4a003ef5688d71fb34366c471",
                                "X-TC-Action",
                                "DescribeInstances",
                                "X-TC-Version",
                                "2017-03-12")),
                vector(
                        "Teco POST, all headers",
                        TECO,
                        request(
                                region,
                                "POST",
                                "",
                                "{\"Product\":\"cvm\"}",
                                all,
                                "2e9e6e2b803969ee22aa7297daa305cde69b30bc0720f3cf779cf69efa6f42cb",
                                plus(described, Calls.sha256("{\"Product\":\"cvm\"}")))),
                vector(
                        "Teco GET, all headers",
                        TECO,
                        request(
                                regionGet,
                                "GET",
                                "Product=cvm",
                                "",
                                all,
                                "96a261572b4f62ec92bd6f94e28dd772987d77927f937c94524f5a6a955cd7d5",
                                plus(described, Calls.sha256("")))));
    }

    private static List<Vector> sdks() {
        String flags = "{\"OpUin\":123,\"LoginFlag\":{\"Wechat\":1},\"ActionFlag\":{\"Phone\":1}}";
        String json = "application/json";
        String unsigned = "UNSIGNED-PAYLOAD";
        return List.of(
                sdk(
                        "Python POST",
                        head("127.0.0.1:39955", json, "cam", "1795337960"),
                        "",
                        "{\"OpUin\": 123, \"LoginFlag\": {\"Wechat\": 1}, \"ActionFlag\": {\"Phone\": 1}}",
                        "f7b04f4b57954cb6889af6f3b05846dd57ed682b3a5df2858a63fb1048cdd583"),
                sdk(
                        "Python GET",
                        head("127.0.0.1:39955", FORM, "cam", "1795337962"),
                        "OpUin=123&LoginFlag.Wechat=1&ActionFlag.Phone=1",
                        "",
                        "c6f06dbb1b8e405b513c10af8caf4f1aaeb7e02e30860b8dbfb486a59ce01687"),
                sdk(
                        "Python POST, host with scheme",
                        head("http://127.0.0.1:36625", json, "cam", "1795337998"),
                        "",
                        "{\"MFAToken\": \"mfa a+b&c=d\"}",
                        "51a3fa870cb92a4029f24f4f38c7a7f292ef7be4aa8e286e2434b5090cc6e416"),
                sdk(
                        "Node POST, host signed without port",
                        head("127.0.0.1:40901", json, "127", "1795338037"),
                        "",
                        flags,
                        "4190330d31c648233e8ed926fa9de1c95fc250e1fc77856fc7b101c922ef81df"),
                sdk(
                        "Node GET, raw quotes and brackets",
                        head("127.0.0.1:40901", FORM, "127", "1795338037"),
                        "MFAToken=mfa%20a%2Bb%26c%3Dd%27(x)*",
                        "",
                        "638d75b0c90f976fad369d6286d8cd765ef63f2a6cedf84555e5ea25ca1c4d6c"),
                sdk(
                        "Node intl POST, region null",
                        head("127.0.0.1:42715", json, "127", "1795338058"),
                        "",
                        "{\"CountryCode\":\"852\",\"PhoneNum\":\"18888888888\"}",
                        "6adb3198620b8671aab339b873a5855a53794926d24f9a34bf472b9500fca710",
                        "X-TC-Region",
                        "null"),
                sdk(
                        "Java POST, region empty",
                        head("127.0.0.1:42815", JSON_UTF8, "127", "1795338038"),
                        "",
                        flags,
                        "7fca9e1a24b276be1c7871040a7910f67350d52aee7afc1cfeb8d6b9950e8bb5",
                        "X-TC-Region",
                        ""),
                sdk(
                        "Java GET",
                        head("127.0.0.1:42815", FORM, "127", "1795338041"),
                        TOKEN_QUERY,
                        "",
                        "e37b9df7a3c18256e5505e4afab5da697488738412c21d848a771386cb080331"),
                sdk(
                        "Java GET, unsorted array",
                        head("127.0.0.1:42815", FORM, "127", "1795338041"),
                        "FilterSubAccountUin.1=34&FilterSubAccountUin.0=12",
                        "",
                        "20055f3ce1e2bd25c05276183b314b294130a928e7970948944e577a13d941a0"),
                sdk(
                        "Java POST, unsigned payload",
                        head("localhost:42815", JSON_UTF8, "localhost:42815", "1795338043"),
                        "",
                        "{\"Any\":\"body\"}",
                        "a0de42b1525a2e8cca981d0f84e29890fcf702d023454adcb05e5b354fdf4ca6",
                        "X-TC-Content-SHA256",
                        unsigned),
                sdk(
                        "Java GET, unsigned payload",
                        head("localhost:42815", FORM, "localhost:42815", "1795338043"),
                        TOKEN_QUERY,
                        "",
                        "95716548d1942a0b42fce897b6756005c6522dc14599235b60390ef924661a6e",
                        "X-TC-Content-SHA256",
                        unsigned));
    }

    private static Head head(String host, String contentType, String service, String timestamp) {
        return new Head(host, contentType, service, "2026-11-22", timestamp);
    }

    private static Vector sdk(String name, Head head, String query, String body, String signature, String... more) {
        String[] all = plus(new String[] {"X-TC-Action", "SetMfaFlag", "X-TC-Version", "2019-01-16"}, more);
        return vector(
                name,
                SDK,
                request(head, body.isEmpty() ? "GET" : "POST", query, body, "content-type;host", signature, all));
    }

    private static Vector vector(String name, String secret, Request request) {
        return new Vector(name, secret, request);
    }

    private static Request request(
            Head head,
            String method,
            String query,
            String body,
            String signedHeaders,
            String signature,
            String... more) {
        List<String> headers = new ArrayList<>(
                List.of("Host", head.host(), "Content-Type", head.contentType(), "X-TC-Timestamp", head.timestamp()));
        headers.addAll(List.of(more));
        headers.add("Authorization");
        headers.add("TC3-HMAC-SHA256 Credential=AKIDtest/" + head.date() + "/" + head.service()
                + "/tc3_request, SignedHeaders=" + signedHeaders + ", Signature=" + signature);
        return Calls.request(method, query, Headers.of(headers.toArray(String[]::new)), body);
    }

    private static String[] plus(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void accepts_what_was_signed(Vector vector) {
        TencentDialect dialect = new TencentDialect(TencentOptions.vendor());
        assertThat(dialect.speaks(vector.request())).isTrue();
        Call call = dialect.read(vector.request());
        Claim.Signed claim = (Claim.Signed) call.claim();
        claim.signature().verify(Secret.of(vector.secret()));
        assertThat(claim.keyId()).isEqualTo("AKIDtest");
        assertThat(call.parameters().fields().keySet()).doesNotContain("Signature");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refuses_it_for_another_secret(Vector vector) {
        TencentDialect dialect = new TencentDialect(TencentOptions.vendor());
        Claim.Signed claim = (Claim.Signed) dialect.read(vector.request()).claim();
        assertThatThrownBy(() -> claim.signature().verify(Secret.of(vector.secret() + "x")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void derives_the_keys_that_the_documentation_prints() {
        assertThat(keys(STARS))
                .containsExactly(
                        "da98fb70dcf6b112dc21038d1eeeb3a95c74b4dcb12c1131f864f6066bd02be0",
                        "8d70cbefb03939f929db64d32dc2ba89b1095620119fe3e050e2b18c5bd2752f",
                        "b596b923aad85185e2d1f6659d2a062e0a86731226e021e61bfe06f7ed05f5af");
        assertThat(keys(KEY_3))
                .containsExactly(
                        "f1cb4d518a0eda9d5cbbfdb7850983f1e603eeae484edea76e4dd8d8deb5556e",
                        "e7c609ce81bea53546bed2cc904778bef9ca14082e48e67883443ed64e227cd7",
                        "8aa8ab5755582f576e94bcfe383b8e29325b0ca90c3590d569221c6a63a091ed");
        assertThat(keys(KEY_4))
                .containsExactly(
                        "d1308c81fe71cfd4e06437bbc067b2b8a3d2d8c0e375d547f15c41d5214b395a",
                        "3c7cb7c7795393edc14fd2e0e6434a518564b4504b88e94f5d11bf59ba3e7050",
                        "ac658d5dde49e9bfdd14e04e062f66b05d9f637d44b8a8d845327d4a77f666b1");
    }

    private static Iterable<String> keys(String secret) {
        return explained(documentation().getFirst().request(), secret).keys().values();
    }

    private static Explanation explained(Request request, String secret) {
        return new TencentDialect(TencentOptions.vendor()).explain(request, Secret.of(secret));
    }

    @Test
    void hashes_the_canonical_requests_of_the_documentation() {
        Explanation action = explained(documentation().get(0).request(), STARS);
        assertThat(Calls.sha256(action.canonicalRequest()))
                .isEqualTo("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84");
        assertThat(action.canonicalRequest())
                .contains("x-tc-action:describeinstances\n")
                .endsWith("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064");
        Explanation plain = explained(documentation().get(1).request(), STARS);
        assertThat(Calls.sha256(plain.canonicalRequest()))
                .isEqualTo("5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031");
    }
}
