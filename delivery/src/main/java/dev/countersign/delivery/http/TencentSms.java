package dev.countersign.delivery.http;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.tencent.Tc3Headers;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tencent Cloud SMS, `SendSms` of 2021-01-11 (https://cloud.tencent.com/document/api/382/55981). A call that
/// is well formed is answered 200 whatever became of its one message: the code in `SendStatusSet` tells.
public final class TencentSms implements Provider {
    /// Numbers that are none or want nothing, and Tencent's ceilings for one number. The latter are no fault
    /// of the carrier: else who asks for codes too often could have it left alone, or the next one paid.
    private static final Set<String> DESTINATION = Set.of(
            "InvalidParameterValue.IncorrectPhoneNumber",
            "FailedOperation.PhoneNumberInBlacklist",
            "UnsupportedOperation.UnsupportedRegion",
            "LimitExceeded.DeliveryFrequencyLimit",
            "LimitExceeded.PhoneNumberThirtySecondLimit",
            "LimitExceeded.PhoneNumberOneHourLimit",
            "LimitExceeded.PhoneNumberDailyLimit",
            "LimitExceeded.PhoneNumberSameContentDailyLimit");

    private static final Set<String> BUSY = Set.of(
            "RequestLimitExceeded", "RequestLimitExceeded.UinLimitExceeded", "RequestLimitExceeded.IPLimitExceeded");

    private final TencentSmsSettings settings;
    private final InstantSource clock;
    private final Tc3Headers signer;
    private final AnswerReader reader = new AnswerReader(
            new HttpCarrierSettings.Success(
                    Set.of(200),
                    Optional.of(new HttpCarrierSettings.Expected(
                            JsonPointer.of("/Response/SendStatusSet/0/Code"), Set.of("Ok"))),
                    Optional.of(new HttpCarrierSettings.Reference.InJson(
                            JsonPointer.of("/Response/SendStatusSet/0/SerialNo")))),
            new AnswerReader.Codes(
                    List.of(JsonPointer.of("/Response/SendStatusSet/0/Code"), JsonPointer.of("/Response/Error/Code")),
                    DESTINATION,
                    BUSY));

    /// @param settings who we are there
    /// @param clock the time that calls are signed with
    public TencentSms(TencentSmsSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.signer = new Tc3Headers(settings.key().id(), settings.key().secret());
    }

    @Override
    public URI target() {
        return SentRules.target(settings.address());
    }

    @Override
    public Reach reach() {
        return settings.reach();
    }

    @Override
    public Optional<Call> write(Message message) {
        return settings.templates().of(message).map(template -> write(message, template));
    }

    private Call write(Message message, TencentSmsSettings.Template template) {
        Instant now = clock.instant();
        Placeholder.Filling filling = new Placeholder.Filling(message, now, template.id());
        TencentSmsSettings.Application application = settings.application();
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("PhoneNumberSet", new Value.Items(List.of(Value.text(Placeholder.TO_PLUS.in(filling)))));
        fields.put("SmsSdkAppId", Value.text(application.id()));
        fields.put("TemplateId", Value.text(template.id()));
        if (!application.signature().isEmpty()) {
            fields.put("SignName", Value.text(application.signature()));
        }
        fields.put(
                "TemplateParamSet",
                new Value.Items(template.parameters().stream()
                        .<Value>map(one -> Value.text(Phrase.of(one).filled(filling)))
                        .toList()));
        fields.put("SessionContext", Value.text(message.id()));
        if (!application.sender().isEmpty()) {
            fields.put("SenderId", Value.text(application.sender()));
        }
        Bytes body = Json.write(new Value.Fields(fields));
        Map<String, String> headers = signer.headers(
                new Tc3Headers.Call(
                        target().getAuthority(), "sms", "SendSms", "2021-01-11", application.region(), body),
                now);
        return new Call("POST", "/", headers, body);
    }

    @Override
    public Dispatch read(Answer answer) {
        return reader.read(answer);
    }
}
