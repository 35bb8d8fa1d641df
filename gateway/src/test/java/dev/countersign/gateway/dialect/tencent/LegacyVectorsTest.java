package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Version 1 signatures that the documentation prints, and that real SDKs sent to a capturing server.
final class LegacyVectorsTest {
    private static final String CVM = "cvm.tencentcloudapi.com";
    private static final String KEY_3 = "Gu5t9xGARNpq86cd98joQYCN3*******";
    private static final String ID_3 = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******";
    private static final String KEY_4 = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    private static final String ID_4 = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    private static final String SHA256 = "&SignatureMethod=HmacSHA256";

    record Vector(String name, String secret, Request request) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.concat(documentation().stream(), sdks().stream());
    }

    private static List<Vector> documentation() {
        return List.of(
                docs("docs GET, key 3", "GET", KEY_3, parameters(ID_3), "zmmjn35mikh6pM3V7sUEuX4wyYM="),
                docs("docs GET, key 4", "GET", KEY_4, parameters(ID_4), "EliP9YW3pW28FpsEdkXt/+WcGeI="),
                docs("docs POST, key 3", "POST", KEY_3, parameters(ID_3), "D8RglL32HGDVKDDc16dtgRo6l6Q="),
                docs("docs POST, key 4", "POST", KEY_4, parameters(ID_4), "/4JqpPkM1WMS/I5IvWzp5mqoqWY="),
                docs(
                        "docs GET SHA256, key 3",
                        "GET",
                        KEY_3,
                        parameters(ID_3) + SHA256,
                        "czb75sAwt2P15FCqA4ugj88/aUVor/dVp3fCS/7mQiY="),
                docs(
                        "docs GET SHA256, key 4",
                        "GET",
                        KEY_4,
                        parameters(ID_4) + SHA256,
                        "A8uy2/o7WBZXYCTWEFpMrVGhGBVlEGIOioeqRM+fzFs="));
    }

    private static String parameters(String id) {
        return "Action=DescribeInstances&InstanceIds.0=ins-09dx96dg&Limit=20&Nonce=11886&Offset=0&Region=ap-guangzhou"
                + "&SecretId=" + id + "&Timestamp=1465185768&Version=2017-03-12";
    }

    private static Vector docs(String name, String method, String secret, String sent, String signature) {
        return new Vector(name, secret, request(method, CVM, sent, signature));
    }

    private static List<Vector> sdks() {
        return List.of(
                sdk(
                        "Python POST SHA256",
                        "POST",
                        "127.0.0.1:39955",
                        "OpUin=123&LoginFlag.Wechat=1&ActionFlag.Phone=1&Action=SetMfaFlag"
                                + "&RequestClient=SDK_PYTHON_3.1.162&Nonce=7330940136487354204&Timestamp=1795337961"
                                + "&Version=2019-01-16&SecretId=AKIDtest&SignatureMethod=HmacSHA256&Language=zh-CN",
                        "zpALVGvniQRUdcubbMHUsq5rI48iakACWSACF2KrG3c="),
                sdk(
                        "Java POST SHA1",
                        "POST",
                        "127.0.0.1:39955",
                        "Nonce=509747910&LoginFlag.Wechat=1&Action=SetMfaFlag&OpUin=123&Version=2019-01-16"
                                + "&SecretId=AKIDtest&ActionFlag.Phone=1&RequestClient=SDK_JAVA_3.1.1481"
                                + "&SignatureMethod=HmacSHA1&Timestamp=1795338008",
                        "L/BgATv7mTC5OQXUIpew3H6AFdg="),
                sdk(
                        "Java GET SHA1",
                        "GET",
                        "127.0.0.1:39955",
                        "Nonce=58968889&Action=GetCustomMFATokenInfo&Version=2019-01-16&SecretId=AKIDtest"
                                + "&RequestClient=SDK_JAVA_3.1.1481&SignatureMethod=HmacSHA1"
                                + "&MFAToken=mfa+a%2Bb%26c%3Dd%27%28x%29*%7E&Timestamp=1795338015",
                        "DeMtEvcj/Pc1JtMZzyg3Sxm7X4Q="),
                sdk(
                        "Java GET SHA256",
                        "GET",
                        "127.0.0.1:42815",
                        "Nonce=1489914887&Action=GetCustomMFATokenInfo&Version=2019-01-16&SecretId=AKIDtest"
                                + "&RequestClient=SDK_JAVA_3.1.1481&SignatureMethod=HmacSHA256"
                                + "&MFAToken=mfa+a%2Bb%26c%3Dd%27%28x%29*%7E&Timestamp=1795338042",
                        "uC6bJ6xnrj78KOphHyNojl+J60yBg/+bYhiQH2T3HUE="),
                sdk(
                        "Java POST SHA256, array",
                        "POST",
                        "127.0.0.1:42815",
                        "Nonce=460889512&FilterSubAccountUin.1=34&Action=DescribeSubAccounts&Version=2019-01-16"
                                + "&SecretId=AKIDtest&RequestClient=SDK_JAVA_3.1.1481&SignatureMethod=HmacSHA256"
                                + "&Timestamp=1795338040&FilterSubAccountUin.0=12",
                        "E/Wls8AKd+XXY+G48i0Kl0/+ffCf30llyt2WONjRPjs="),
                sdk(
                        "Node POST SHA256",
                        "POST",
                        "127.0.0.1:40901",
                        "MFAToken=mfa%20a%2Bb%26c%3Dd'(x)*&Action=GetCustomMFATokenInfo"
                                + "&RequestClient=SDK_NODEJS_4.1.220&Nonce=42818&Timestamp=1795338038"
                                + "&Version=2019-01-16&SecretId=AKIDtest&SignatureMethod=HmacSHA256",
                        "KCWsVOZcqQYsn8Cp+Bf7Tq4KIACfrhZ6ZRTcrV6yVF4="),
                sdk(
                        "Node intl POST SHA256",
                        "POST",
                        "127.0.0.1:42715",
                        "CountryCode=852&PhoneNum=18888888888&Action=SendVerifyCode"
                                + "&RequestClient=SDK_NODEJS_INTL_EN3.0.1335&Nonce=47419&Timestamp=1795338061"
                                + "&Version=2022-09-28&Language=en-US&SecretId=AKIDtest&SignatureMethod=HmacSHA256",
                        "/BEKYkzENzfNXVBRDUtlVqAAtSxsaIuyHy4wMmtRvQs="));
    }

    private static Vector sdk(String name, String method, String host, String sent, String signature) {
        return new Vector(name, "sk-test", request(method, host, sent, signature));
    }

    private static Request request(String method, String host, String sent, String signature) {
        String all = sent + "&Signature="
                + signature.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
        return method.equals("GET")
                ? Calls.request("GET", all, Headers.of("Host", host), "")
                : Calls.request(
                        "POST",
                        "",
                        Headers.of("Host", host, "Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                        all);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void accepts_what_was_signed(Vector vector) {
        TencentDialect dialect = new TencentDialect(TencentOptions.vendor());
        assertThat(dialect.speaks(vector.request())).isTrue();
        Claim.Signed claim = (Claim.Signed) dialect.read(vector.request()).claim();
        claim.signature().verify(Secret.of(vector.secret()));
        assertThat(claim.keyId()).startsWith("AKID");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refuses_it_for_another_secret(Vector vector) {
        TencentDialect dialect = new TencentDialect(TencentOptions.vendor());
        Claim.Signed claim = (Claim.Signed) dialect.read(vector.request()).claim();
        assertThatThrownBy(() -> claim.signature().verify(Secret.of(vector.secret() + "x")))
                .isInstanceOf(Refused.class);
    }
}
