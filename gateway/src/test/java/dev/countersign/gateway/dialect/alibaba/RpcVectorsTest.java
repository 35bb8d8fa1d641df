package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.gateway.codec.Form;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published and recomputed vectors of version 1.
final class RpcVectorsTest {
    private static final String HOSTS = "Action=DescribeDedicatedHosts&Format=JSON&RegionId=cn-beijing"
            + "&SignatureNonce=edb2b34af0af9a6d14deaf7c1a5315eb&Timestamp=2023-03-13T08%3A34%3A30Z&Version=2014-05-26"
            + "&AccessKeyId=testid&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0";
    private static final String REGIONS = "Action=DescribeRegions&Format=XML"
            + "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&Timestamp=2016-02-23T12%3A46%3A24Z"
            + "&Version=2014-05-26&AccessKeyId=testid&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0";
    private static final String CAMS = "CustSpaceId=cams-x*+y%7E!'()%2B&Locale=zh_CN&Method=sms"
            + "&PhoneNumber=8613800001234&Format=JSON&Action=GetMigrationVerifyCode&Version=2020-06-06"
            + "&AccessKeyId=testid&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0"
            + "&SignatureNonce=0123456789abcdef0123456789abcdef&Timestamp=2026-01-02T03%3A04%3A05Z";

    private static void verify(String method, String parameters, String signature, String secret) {
        new RpcSignature(method, Form.read(parameters), signature, true).verify(Secret.of(secret));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, hosts, 9NaGiOspFP5UPcwX8Iwt2YJXXuk=",
        "POST, hosts, ZvQ9xGiFnquSJRvj+WE6kdSpTwU=",
        "GET, regions, OLeaidS1JvxuMvnyHOwuJ+uX5qY=",
        "POST, regions, MxbnVAM4w6sft9xjVpe/GCKueuk=",
        "GET, cams, 67utwdgnM+RrmfCHD+zBJo0Z4Lk=",
        "POST, cams, EH2Yb5M/e4BjkmhtzjC4KU58ekc="
    })
    void a_vector_fits_and_nothing_else(String method, String which, String signature) {
        String parameters = switch (which) {
            case "hosts" -> HOSTS;
            case "regions" -> REGIONS;
            default -> CAMS;
        };
        assertThatCode(() -> verify(method, parameters, signature, "testsecret"))
                .doesNotThrowAnyException();
        Refused refused = catchThrowableOfType(
                Refused.class, () -> verify(method, parameters + "&More=1", signature, "testsecret"));
        assertThat(refused.refusal()).isInstanceOf(CallRefusal.NotAuthentic.class);
    }

    @Test
    void the_vector_of_the_sdk() {
        assertThatCode(() -> verify("", "test=ok", "jHx/oHoHNrbVfhncHEvPdHXZwHU=", "accessKeySecret"))
                .doesNotThrowAnyException();
    }

    @Test
    void an_empty_parameter_may_be_signed_or_left_out() {
        Refused wrong = catchThrowableOfType(
                Refused.class, () -> verify("GET", "A=&B=1", Signer.rpc("GET", "A=&B=2", "s"), "s"));
        assertThat(wrong.refusal()).isInstanceOf(CallRefusal.NotAuthentic.class);
        assertThatCode(() -> verify("GET", "A=&B=1", Signer.rpc("GET", "A=&B=1", "s"), "s"))
                .doesNotThrowAnyException();
        assertThatCode(() -> verify("GET", "A=&B=1", Signer.rpc("GET", "B=1", "s"), "s"))
                .doesNotThrowAnyException();
    }
}
