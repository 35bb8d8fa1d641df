package dev.countersign.delivery.http;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.alibaba.Acs3Headers;
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
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Alibaba Cloud SMS, `SendSms` of 2017-05-25 (https://help.aliyun.com/document_detail/419273.html). It
/// answers 200 also when it did not take the message: `Code` tells.
public final class AlibabaSms implements Provider {
    private static final String MAINLAND = "86";

    /// Numbers that are none, and Alibaba's ceilings for one number. The latter are no fault of the carrier:
    /// else who asks for codes too often could have it left alone, or the next one paid.
    private static final Set<String> DESTINATION = Set.of("isv.MOBILE_NUMBER_ILLEGAL", "isv.BUSINESS_LIMIT_CONTROL");

    private static final Set<String> BUSY = Set.of("Throttling", "Throttling.User", "Throttling.Api");

    private final AlibabaSmsSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Acs3Headers signer;
    private final AnswerReader reader = new AnswerReader(
            new HttpCarrierSettings.Success(
                    Set.of(200),
                    Optional.of(new HttpCarrierSettings.Expected(JsonPointer.of("/Code"), Set.of("OK"))),
                    Optional.of(new HttpCarrierSettings.Reference.InJson(JsonPointer.of("/BizId")))),
            new AnswerReader.Codes(List.of(JsonPointer.of("/Code")), DESTINATION, BUSY));

    /// @param settings who we are there
    /// @param clock the time that calls are signed with
    /// @param random makes what a signature uses once
    public AlibabaSms(AlibabaSmsSettings settings, InstantSource clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.signer = new Acs3Headers(settings.key().id(), settings.key().secret());
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

    private Call write(Message message, AlibabaSmsSettings.Template template) {
        Instant now = clock.instant();
        Placeholder.Filling filling = new Placeholder.Filling(message, now, template.code());
        Map<String, Value> parameters = new LinkedHashMap<>();
        new TreeMap<>(template.parameters())
                .forEach((name, value) ->
                        parameters.put(name, Value.text(Phrase.of(value).filled(filling))));
        List<Pair> pairs = List.of(
                new Pair("PhoneNumbers", number(message)),
                new Pair("SignName", settings.signature()),
                new Pair("TemplateCode", template.code()),
                new Pair(
                        "TemplateParam",
                        Json.write(new Value.Fields(parameters)).toUtf8()),
                new Pair("OutId", message.id()));
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        Map<String, String> headers = signer.headers(
                new Acs3Headers.Call(target().getAuthority(), "SendSms", "2017-05-25", pairs),
                now,
                Bytes.of(nonce).toHex());
        headers.put("Accept", "application/json");
        return new Call("POST", "/?" + Form.write(pairs), headers, Bytes.none());
    }

    /// Numbers of mainland China without their country code, others with it and without plus.
    private static String number(Message message) {
        return switch (message.to()) {
            case PhoneNumber phone -> phone.countryCode().equals(MAINLAND) ? phone.national() : phone.digits();
            case MailAddress mail -> mail.canonical();
        };
    }

    @Override
    public Dispatch read(Answer answer) {
        return reader.read(answer);
    }
}
