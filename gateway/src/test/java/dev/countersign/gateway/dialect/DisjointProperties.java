package dev.countersign.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.alibaba.AlibabaDialect;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// No request is claimed by two dialects, however it mixes their signs.
final class DisjointProperties {
    private static final long SEED = 7_300;
    private static final int CASES = 20_000;
    private static final List<String> HEADERS =
            List.of("X-TC-Action", "x-tc-trace", "x-acs-action", "X-Acs-Date", "Accept", "X-Other");
    private static final List<String> AUTHORIZATIONS =
            List.of("TC3-HMAC-SHA256 x", "SKIP", "ACS3-HMAC-SHA256 x", "ACS4-HMAC-SHA256 x", "Bearer x", "");
    private static final List<String> PARAMETERS = List.of(
            "Nonce=1",
            "SecretId=x",
            "AccessKeyId=x",
            "SignatureNonce=1",
            "SignatureVersion=1.0",
            "BearerToken=x",
            "Signature=x",
            "A=1",
            "Nonce",
            "");
    private static final List<String> PATHS = List.of("/", "/v1", "/v1/x", "/dev", "/dev/x", "", "/other");

    private final Dialect tencent = new TencentDialect(TencentOptions.vendor());
    private final Dialect alibaba = new AlibabaDialect(AlibabaOptions.vendor(), tencent::speaks);
    private final Dialect rest = new RestDialect(List.of());

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void at_most_one_claims_a_request() {
        Random random = new Random(SEED);
        int[] claimed = new int[3];
        for (int i = 0; i < CASES; i++) {
            Headers.Builder headers = new Headers.Builder();
            for (int j = random.nextInt(3); j > 0; j--) {
                headers.add(any(HEADERS, random), "x");
            }
            if (random.nextBoolean()) {
                headers.add("Authorization", any(AUTHORIZATIONS, random));
            }
            if (random.nextBoolean()) {
                headers.add("Content-Type", "application/x-www-form-urlencoded");
            }
            String query = any(PARAMETERS, random) + "&" + any(PARAMETERS, random);
            Request request = new Request(
                    "POST", any(PATHS, random), query, headers.build(), Bytes.utf8(any(PARAMETERS, random)), "", false);
            List<Dialect> claims = List.of(tencent, alibaba, rest).stream()
                    .filter(dialect -> dialect.speaks(request))
                    .toList();
            assertThat(claims.size()).as("seed %d, case %d", SEED, i).isLessThan(2);
            claims.forEach(dialect -> claimed[List.of(tencent, alibaba, rest).indexOf(dialect)]++);
        }
        assertThat(claimed).doesNotContain(0);
    }

    @Test
    void a_request_of_one_cloud_alone_is_left_alone_by_the_other() {
        Request acs = new Request("POST", "/", "", Headers.of("x-acs-action", "A"), Bytes.none(), "", false);
        Request rpc = new Request("GET", "/", "SignatureNonce=1", Headers.none(), Bytes.none(), "", false);
        Request tc3 = new Request("POST", "/", "", Headers.of("X-TC-Action", "A"), Bytes.none(), "", false);
        Request legacy = new Request("GET", "/", "Nonce=1", Headers.none(), Bytes.none(), "", false);
        Request both =
                new Request("POST", "/", "", Headers.of("X-TC-Action", "A", "x-acs-a", "A"), Bytes.none(), "", false);
        assertThat(List.of(acs, rpc)).allMatch(alibaba::speaks).noneMatch(tencent::speaks);
        assertThat(List.of(tc3, legacy, both)).allMatch(tencent::speaks).noneMatch(alibaba::speaks);
    }
}
