package dev.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.wire.Value;
import dev.countersign.nonce.LocalNonceStore;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.sts.TemporaryKeyHolder;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Instant NOW = SampleWorld.NOW;
    private static final Cause CAUSE = new Cause(
            new RequestId("00000000-0000-4000-8000-000000000001"), "tencent/intlpartnersmgt/2022-09-28/SendVerifyCode");
    private static final Claim.Signature RIGHT = secret -> {};
    private static final Claim.Signature WRONG = secret -> {
        throw new Refused(new CallRefusal.NotAuthentic(Optional.empty()));
    };

    private final SampleWorld world = new SampleWorld(Interventions.none());
    private Instant keyTime = NOW;
    private final Authentication authentication = new Authentication(
            world.tenants,
            new TemporaryKeys(world.temporaryKeys, world.seals, () -> keyTime, new Random(1)),
            world.seals,
            new LocalNonceStore(() -> NOW, Instant.EPOCH, LocalNonceStore.Bounds.STANDARD),
            () -> NOW);

    AuthenticationTest() {
        world.tenants.signing(
                new AccessKey("AKIDknown", Secret.of("known-secret")), SampleWorld.ROOT, SampleWorld.TENANT);
    }

    private static Call call(Claim claim) {
        return new Call(
                new Call.Target("rest", "Greet", "v1", "sample"),
                claim,
                Value.Fields.none(),
                Set.of(),
                "192.0.2.1",
                Dialect.Manner.ENGLISH,
                Optional.empty());
    }

    private static Claim signed(String keyId, Instant at, Optional<String> token, Claim.Signature signature) {
        return new Claim.Signed(keyId, at, WINDOW, token, signature);
    }

    private void refused(Claim claim, Class<? extends CallRefusal> with) {
        assertThatThrownBy(() -> authentication.prove(call(claim), CAUSE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(with));
    }

    @Test
    void a_good_signature_proves_the_keys_principal() {
        Authentication.Proven proven =
                authentication.prove(call(signed("AKIDknown", NOW, Optional.empty(), RIGHT)), CAUSE);
        assertThat(proven.caller().principal()).isEqualTo(SampleWorld.ROOT);
        assertThat(proven.caller().source()).isEqualTo("192.0.2.1");
        assertThat(proven.caller().cause()).isEqualTo(CAUSE);
        assertThat(proven.bearer()).isEmpty();
    }

    @Test
    void the_signature_is_checked_with_the_keys_own_secret() {
        Claim.Signature checks = secret -> assertThat(secret).isEqualTo(Secret.of("known-secret"));
        assertThat(authentication.prove(call(signed("AKIDknown", NOW, Optional.empty(), checks)), CAUSE))
                .isNotNull();
    }

    @Test
    void the_timestamp_is_looked_at_before_the_key() {
        refused(signed("XXXX", NOW.minusSeconds(301), Optional.of("token"), WRONG), CallRefusal.TimestampOutside.class);
    }

    @Test
    void the_kind_of_key_is_looked_at_before_the_key() {
        refused(signed("XXXX", NOW, Optional.of("token"), WRONG), CallRefusal.KeyKindUnknown.class);
    }

    @Test
    void the_key_is_looked_at_before_the_signature() {
        refused(signed("AKIDother", NOW, Optional.of("token"), WRONG), CallRefusal.KeyUnknown.class);
        refused(signed("LTAIother", NOW, Optional.of("token"), WRONG), CallRefusal.KeyUnknown.class);
        refused(signed("STS.other", NOW, Optional.of("token"), WRONG), CallRefusal.KeyUnknown.class);
    }

    @Test
    void a_key_that_was_switched_off_is_told_from_one_that_nobody_has() {
        world.tenants.disable("AKIDknown");
        refused(signed("AKIDknown", NOW, Optional.of("token"), WRONG), CallRefusal.KeyDisabled.class);
    }

    @Test
    void the_signature_is_looked_at_before_the_token() {
        refused(signed("AKIDknown", NOW, Optional.of("token"), WRONG), CallRefusal.NotAuthentic.class);
    }

    @Test
    void a_token_that_does_not_belong_to_the_key_is_refused() {
        refused(signed("AKIDknown", NOW, Optional.of("token"), RIGHT), CallRefusal.TokenInvalid.class);
    }

    @Test
    void a_temporary_key_proves_with_its_token_and_carries_what_it_was_given_for() {
        TemporaryKey carried = temporary();
        Authentication.Proven proven =
                authentication.prove(call(signed("AKIDtmpA", NOW, Optional.of("the token"), RIGHT)), CAUSE);
        assertThat(proven.caller().principal()).isEqualTo(SampleWorld.ROOT);
        assertThat(proven.caller().key()).isEqualTo("AKIDtmpA");
        assertThat(proven.caller().temporary()).contains(carried);
    }

    @Test
    void a_temporary_key_is_refused_without_its_own_token() {
        temporary();
        refused(signed("AKIDtmpA", NOW, Optional.empty(), RIGHT), CallRefusal.TokenInvalid.class);
        refused(signed("AKIDtmpA", NOW, Optional.of("another"), RIGHT), CallRefusal.TokenInvalid.class);
        refused(signed("AKIDtmpB", NOW, Optional.of("the token"), RIGHT), CallRefusal.KeyUnknown.class);
    }

    @Test
    void a_temporary_key_ends_by_the_clock_that_keys_live_by() {
        temporary();
        keyTime = NOW.plusSeconds(60).minusNanos(1);
        assertThat(authentication.prove(call(signed("AKIDtmpA", NOW, Optional.of("the token"), RIGHT)), CAUSE))
                .isNotNull();
        keyTime = NOW.plusSeconds(60);
        refused(signed("AKIDtmpA", NOW, Optional.of("the token"), RIGHT), CallRefusal.TokenInvalid.class);
    }

    @Test
    void the_signature_of_a_temporary_key_is_looked_at_before_its_token_and_its_end() {
        temporary();
        keyTime = NOW.plusSeconds(60);
        refused(signed("AKIDtmpA", NOW, Optional.of("another"), WRONG), CallRefusal.NotAuthentic.class);
        Claim.Signature checks = secret -> assertThat(secret).isEqualTo(Secret.of("tmp-secret"));
        refused(signed("AKIDtmpA", NOW, Optional.empty(), checks), CallRefusal.TokenInvalid.class);
    }

    @Test
    void other_keys_never_ask_for_temporary_ones() {
        authentication.prove(call(signed("AKIDknown", NOW, Optional.empty(), RIGHT)), CAUSE);
        for (String id : new String[] {"AKIDother", "AKIDtmp\0", "AKIDtmp'", "AKIDtmp" + "A".repeat(1_000)}) {
            refused(signed(id, NOW, Optional.empty(), RIGHT), CallRefusal.KeyUnknown.class);
        }
        assertThat(world.temporaryKeys.asked).isZero();
    }

    private TemporaryKey temporary() {
        TemporaryKey carried =
                new TemporaryKey(NOW.plusSeconds(60), Optional.empty(), Optional.of("{}"), Optional.of(NOW));
        world.temporaryKeys.holding(new TemporaryKeyHolder(
                new AccessKey("AKIDtmpA", Secret.of("tmp-secret")),
                world.seals.lookup("session-token", "the token"),
                SampleWorld.ROOT,
                SampleWorld.TENANT,
                carried));
        return carried;
    }

    @Test
    void the_window_holds_its_edges_on_both_sides() {
        for (long seconds : new long[] {-300, 300}) {
            assertThat(authentication.prove(
                            call(signed("AKIDknown", NOW.plusSeconds(seconds), Optional.empty(), RIGHT)), CAUSE))
                    .isNotNull();
        }
        for (Duration off :
                new Duration[] {WINDOW.plusNanos(1), WINDOW.plusNanos(1).negated()}) {
            refused(signed("AKIDknown", NOW.plus(off), Optional.empty(), RIGHT), CallRefusal.TimestampOutside.class);
        }
    }

    @Test
    void a_time_far_from_all_others_is_outside_and_no_fault() {
        refused(signed("AKIDknown", Instant.MIN, Optional.empty(), RIGHT), CallRefusal.TimestampOutside.class);
        refused(signed("AKIDknown", Instant.MAX, Optional.empty(), RIGHT), CallRefusal.TimestampOutside.class);
    }

    @Test
    void a_call_that_says_it_is_unsigned_is_never_authentic() {
        refused(new Claim.Unsigned(NOW, WINDOW), CallRefusal.NotAuthentic.class);
        refused(new Claim.Unsigned(NOW.minusSeconds(301), WINDOW), CallRefusal.TimestampOutside.class);
    }

    @Test
    void a_bearer_key_is_found_by_its_keyed_hash() {
        assertThat(authentication
                        .prove(call(new Claim.Bearer(Secret.of("csk_sample"))), CAUSE)
                        .bearer())
                .isPresent();
        refused(new Claim.Bearer(Secret.of("csk_Sample")), CallRefusal.KeyUnknown.class);
    }
}
