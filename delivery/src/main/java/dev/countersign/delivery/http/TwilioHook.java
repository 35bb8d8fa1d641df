package dev.countersign.delivery.http;

import dev.countersign.delivery.Receipt;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Twilio's status callbacks of messages and calls, signed with the account's auth token over the address
/// that it was given and what it posts (https://www.twilio.com/docs/usage/security#validating-requests).
public final class TwilioHook implements ReceiptHook {
    private static final Map<String, Receipt.State> STATES = Map.of(
            "delivered", Receipt.State.DELIVERED,
            "read", Receipt.State.DELIVERED,
            "completed", Receipt.State.DELIVERED,
            "undelivered", Receipt.State.UNDELIVERED,
            "failed", Receipt.State.UNDELIVERED,
            "canceled", Receipt.State.UNDELIVERED,
            "busy", Receipt.State.UNDELIVERED,
            "no-answer", Receipt.State.UNDELIVERED);

    private final String carrier;
    private final Secret token;
    private final String address;
    private final InstantSource clock;

    /// @param carrier whose receipts they are
    /// @param token the account's auth token; an API key's secret signs nothing here
    /// @param address the address that Twilio was given, as `StatusCallback`: what a proxy before us makes of
    ///     it is not what was signed
    /// @param clock tells when it was heard, since Twilio does not say
    public TwilioHook(String carrier, Secret token, String address, InstantSource clock) {
        SentRules.plain(address);
        this.carrier = carrier;
        this.token = token;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Heard hear(Request request) {
        if (!request.method().equals("POST")) {
            return new Heard.Unreadable("method");
        }
        if (Requests.tooLong(request)) {
            return new Heard.Unreadable("size");
        }
        Optional<List<Pair>> pairs = Documents.form(request.body());
        if (pairs.isEmpty() || !signed(request, pairs.get())) {
            return new Heard.Forged("signature");
        }
        Map<String, String> values = pairs.get().stream().collect(Collectors.toMap(Pair::name, Pair::value));
        String reference = values.getOrDefault("MessageSid", values.getOrDefault("CallSid", ""));
        String status = values.getOrDefault("MessageStatus", values.getOrDefault("CallStatus", ""));
        if (reference.isEmpty() || status.isEmpty()) {
            return new Heard.Unreadable("form");
        }
        Receipt.State state = STATES.getOrDefault(status, Receipt.State.UNDERWAY);
        String error = state == Receipt.State.UNDELIVERED ? values.getOrDefault("ErrorCode", status) : "";
        Instant now = clock.instant();
        return new Heard.Receipts(
                List.of(new Receipt(carrier, reference, state, Requests.code(error), now)),
                Requests.thanks("", "text/plain"));
    }

    private boolean signed(Request request, List<Pair> pairs) {
        String query = request.query().isEmpty() || address.indexOf('?') >= 0 ? "" : "?" + request.query();
        String text = pairs.stream()
                .sorted(Comparator.comparing(Pair::name))
                .map(pair -> pair.name() + pair.value())
                .collect(Collectors.joining("", address + query, ""));
        String expected =
                Hashes.hmac("HmacSHA1", Bytes.utf8(token.reveal()), text).toBase64();
        return Requests.same(expected, request.headers().first("X-Twilio-Signature"));
    }
}
