package dev.countersign.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.alibaba.AlibabaDialect;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signed.Kind;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever is in a call: our own server recognises it, reads what was meant, and believes what our signers sign, with
/// the right secret only.
final class SchemeProperties {
    private static final int RUNS = 400;
    private static final String ALPHABET = "ABab01 +%&=~*'()!,;:/?#[]@\"\\<>-_.\n\té中\uD83D\uDE00";

    private final Random random = new Random();
    private final Dialect tencent = new TencentDialect(TencentOptions.development());
    private final Dialect alibaba = new AlibabaDialect(AlibabaOptions.development(), tencent::speaks);

    @ParameterizedTest
    @EnumSource(names = "BEARER", mode = EnumSource.Mode.EXCLUDE)
    void our_server_believes_what_is_signed(Scheme scheme) {
        long seed = new Random().nextLong();
        random.setSeed(seed);
        for (int run = 0; run < RUNS; run++) {
            believes(scheme, "seed " + seed + ", run " + run);
        }
    }

    private void believes(Scheme scheme, String about) {
        boolean ofAlibaba = !Scheme.of("tencent").contains(scheme);
        Dialect dialect = ofAlibaba ? alibaba : tencent;
        Value.Fields parameters = parameters(ofAlibaba);
        Secret secret = Secret.of("s-" + random.nextLong());
        Optional<String> token = random.nextInt(4) == 0 ? Optional.of("token-" + random.nextInt()) : Optional.empty();
        Outgoing call = new Outgoing(
                new Outgoing.Address(random.nextBoolean() ? "GET" : "POST", host(), "/"),
                new Outgoing.Asked("Do" + random.nextInt(9), "2026-01-0" + random.nextInt(1, 9), "service"),
                parameters,
                new Outgoing.Moment(
                        Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000)),
                        Integer.toString(random.nextInt(Integer.MAX_VALUE))));
        Signed signed = scheme.signer().sign(call, new SigningKey("AKIDsome", secret, token));
        Request request = SchemeTest.received(signed);
        assertThat(dialect.speaks(request)).as(about).isTrue();
        Call read = dialect.read(request);
        assertThat(read.target().action()).as(about).isEqualTo(call.asked().action());
        assertThat(read.target().version()).as(about).isEqualTo(call.asked().version());
        assertThat(read.claim()).as(about).isInstanceOf(Claim.Signed.class);
        Claim.Signed claim = (Claim.Signed) read.claim();
        assertThat(claim.keyId()).as(about).isEqualTo("AKIDsome");
        assertThat(claim.token()).as(about).isEqualTo(token);
        assertThat(claim.signedAt().getEpochSecond())
                .as(about)
                .isEqualTo(call.moment().at().getEpochSecond());
        assertThatCode(() -> claim.signature().verify(secret)).as(about).doesNotThrowAnyException();
        assertThatThrownBy(() -> claim.signature().verify(Secret.of("another")))
                .as(about)
                .isInstanceOf(Refused.class);
        assertThat(Flat.pairs(read.parameters())).as(about).containsAll(Flat.pairs(parameters));
        assertThat(signed.step(Kind.CARRIED))
                .as(about)
                .endsWith(
                        scheme == Scheme.TC3 || scheme == Scheme.ACS3
                                ? "Signature=" + signed.step(Kind.SIGNATURE)
                                : "Signature=" + Form.encoded(signed.step(Kind.SIGNATURE)));
    }

    private String host() {
        return random.nextBoolean() ? "127.0.0.1:" + random.nextInt(1, 65536) : "localhost";
    }

    /// Alibaba's wire has no empty parameters: those count as absent.
    private Value.Fields parameters(boolean filled) {
        Map<String, Value> fields = new LinkedHashMap<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            fields.put(
                    "P" + i + (random.nextBoolean() ? "Name" : "_x-y"),
                    switch (random.nextInt(5)) {
                        case 0 -> Value.number(random.nextLong());
                        case 1 -> new Value.Flag(random.nextBoolean());
                        case 2 -> new Value.Items(items(filled));
                        case 3 -> new Value.Fields(Map.of("Inner", text(filled)));
                        default -> text(filled);
                    });
        }
        return new Value.Fields(fields);
    }

    private List<Value> items(boolean filled) {
        List<Value> items = new ArrayList<>();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            items.add(text(filled));
        }
        return items;
    }

    private Value text(boolean filled) {
        StringBuilder text = new StringBuilder(filled ? "x" : "");
        int length = random.nextInt(12);
        int[] alphabet = ALPHABET.codePoints().toArray();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return Value.text(text.toString());
    }
}
