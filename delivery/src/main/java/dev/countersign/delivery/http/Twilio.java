package dev.countersign.delivery.http;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Twilio: texts as messages (https://www.twilio.com/docs/messaging/api/message-resource), spoken ones as
/// calls whose TwiML says them (https://www.twilio.com/docs/voice/api/call-resource).
public final class Twilio implements Provider {
    /// Errors of the number: none, not mobile, not reachable, opted out, landline, premium
    /// (https://www.twilio.com/docs/api/errors).
    private static final Set<String> DESTINATION =
            Set.of("13224", "13223", "21211", "21214", "21217", "21265", "21610", "21614", "21635", "21700");

    /// Too many requests, too many at a time, the sender's queue is full.
    private static final Set<String> BUSY = Set.of("20429", "14107", "21611");

    private final TwilioSettings settings;
    private final AnswerReader reader = new AnswerReader(
            new HttpCarrierSettings.Success(
                    Set.of(200, 201),
                    Optional.empty(),
                    Optional.of(new HttpCarrierSettings.Reference.InJson(JsonPointer.of("/sid")))),
            new AnswerReader.Codes(List.of(JsonPointer.of("/code")), DESTINATION, BUSY));

    /// @param settings who we are there
    public Twilio(TwilioSettings settings) {
        this.settings = settings;
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
        boolean spoken = message.channel() == Channel.VOICE;
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair("To", Placeholder.toPlus(message.to())));
        pairs.add(new Pair(settings.from().startsWith("MG") ? "MessagingServiceSid" : "From", settings.from()));
        pairs.add(spoken ? new Pair("Twiml", Twiml.saying(message)) : new Pair("Body", message.text()));
        settings.statusCallback().ifPresent(address -> pairs.add(new Pair("StatusCallback", address)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        headers.put("Accept", "application/json");
        TwilioSettings.Account account = settings.account();
        new Credentials.Basic(account.user(), account.secret())
                .header()
                .ifPresent(header -> headers.put(header.getKey(), header.getValue()));
        return Optional.of(new Call(
                "POST",
                "/2010-04-01/Accounts/" + account.sid() + (spoken ? "/Calls.json" : "/Messages.json"),
                headers,
                Bytes.utf8(Form.write(pairs))));
    }

    @Override
    public Dispatch read(Answer answer) {
        return reader.read(answer);
    }
}
