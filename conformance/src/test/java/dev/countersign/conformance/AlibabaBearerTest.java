package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyun.credentials.models.Config;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.config.AlibabaConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The official SDK for Java bears a token in the place of a signature, in both signature versions' manners.
class AlibabaBearerTest {
    @TempDir
    Path directory;

    private static Map<String, ?> whoAmI(int port, String token) throws Exception {
        com.aliyun.teaopenapi.models.Config config = new com.aliyun.teaopenapi.models.Config()
                .setCredential(new com.aliyun.credentials.Client(
                        new Config().setType("bearer").setBearerToken(token)))
                .setEndpoint("127.0.0.1:" + port)
                .setProtocol("http");
        return TeaRpc.call(config, "2015-04-01", "GetCallerIdentity", new OpenApiRequest());
    }

    @Test
    void the_sdk_is_believed_for_a_key_of_our_own_api_where_tokens_are_taken() throws Exception {
        AlibabaConfig taking = new AlibabaConfig(
                Duration.ofMinutes(15), true, Answerer.PRODUCT, Answerer.GATEWAY, Manners.OBSERVED, false, Set.of());
        try (DevServer server = DevServer.start(DevOptions.at(directory).alibaba(taking))) {
            assertThat(whoAmI(server.port(), "csk_dev_root").get("AccountId")).isEqualTo("1000000000000001");
            TeaException unknown =
                    catchThrowableOfType(TeaException.class, () -> whoAmI(server.port(), "csk_of_nobody"));
            assertThat(unknown.getCode()).isEqualTo("InvalidAccessKeyId.NotFound");
        }
    }

    @Test
    void it_is_refused_by_name_where_they_are_not() {
        try (DevServer server = DevServer.start(directory)) {
            TeaException refused =
                    catchThrowableOfType(TeaException.class, () -> whoAmI(server.port(), "csk_dev_root"));
            assertThat(refused.getCode()).isEqualTo("InvalidParameter");
            assertThat(refused.getMessage()).contains("bearer tokens are not accepted here");
        }
    }
}
