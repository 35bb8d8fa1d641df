package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.Dialect.Manner;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswersTest {
    private static final RequestId ID = new RequestId("cf75531d-b72d-4dcb-b0ed-d1c029a37f38");

    private final TencentDialect dialect = new TencentDialect(TencentOptions.vendor());

    @Test
    void a_success_has_its_fields_and_the_request_id() {
        Value.Fields fields = Value.Fields.none()
                .plus("Uin", Value.number(100_000_546_533L))
                .plus("Reason", new Value.Nothing())
                .plus("Data", new Value.Items(List.of()));
        assertAnswer(
                dialect.answer(ID, new Dialect.Success("Greet", 201, fields), Dialect.Manner.ENGLISH),
                "{\"Response\":{\"Uin\":100000546533,\"Reason\":null,\"Data\":[],\"RequestId\":\"" + ID + "\"}}");
    }

    @Test
    void a_refusal_has_its_error_and_the_request_id_and_nothing_else() {
        ErrorCode code = new ErrorCode(
                "A.B",
                "say \"no\"\n",
                429,
                ErrorCode.Kind.REFUSAL,
                Map.of("Limit", Value.number(1)),
                List.of(Map.entry("Retry-After", "1")));
        assertAnswer(
                dialect.refuse(ID, code, Manner.ENGLISH),
                "{\"Response\":{\"Error\":{\"Code\":\"A.B\",\"Message\":\"say \\\"no\\\"\\n\"},\"RequestId\":\"" + ID
                        + "\"}}");
    }

    private static void assertAnswer(Response response, String body) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.headers()).isEmpty();
        assertThat(response.dropped()).isFalse();
        assertThat(response.body().toUtf8()).isEqualTo(body);
    }
}
