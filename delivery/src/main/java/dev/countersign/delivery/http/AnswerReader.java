package dev.countersign.delivery.http;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.http.HttpCarrierSettings.Reference;
import dev.countersign.delivery.http.HttpCarrierSettings.Success;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells success from the three kinds of failure. A success that lacks what it must hold is none: whoever
/// answers 200 with a page of something else has not taken the message.
final class AnswerReader {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Success success;
    private final Codes codes;

    /// Whose fault a code says it is.
    ///
    /// @param places where the code may be, in the order in which they are looked at
    /// @param destination codes, and statuses as digits, of the number's fault
    /// @param busy codes, and statuses as digits, that ask for fewer messages
    record Codes(List<JsonPointer> places, Set<String> destination, Set<String> busy) {}

    AnswerReader(Success success, Codes codes) {
        this.success = success;
        this.codes = codes;
    }

    Dispatch read(Answer answer) {
        if (answer.body().isEmpty()) {
            return new Dispatch.CarrierFault("answer too long");
        }
        Optional<Value> document =
                answer.body().filter(body -> body.length() > 0).flatMap(Documents::json);
        if (success.statuses().contains(answer.status()) && expected(document)) {
            return handed(answer, document);
        }
        return failed(answer, document);
    }

    private boolean expected(Optional<Value> document) {
        return success.expected()
                .map(wanted -> document.flatMap(wanted.at()::textIn)
                        .filter(wanted.values()::contains)
                        .isPresent())
                .orElse(true);
    }

    private Dispatch handed(Answer answer, Optional<Value> document) {
        if (success.reference().isEmpty()) {
            return new Dispatch.Handed(List.of());
        }
        Optional<String> reference = switch (success.reference().get()) {
            case Reference.InJson(JsonPointer at) -> document.flatMap(at::textIn);
            case Reference.InHeader(String name) -> answer.headers().firstValue(name);
        };
        return reference
                .filter(text -> !text.isBlank() && text.length() <= 256)
                .<Dispatch>map(Dispatch.Handed::new)
                .orElse(new Dispatch.CarrierFault("answer without reference"));
    }

    private Dispatch failed(Answer answer, Optional<Value> document) {
        String status = Integer.toString(answer.status());
        Optional<String> code = codes.places().stream()
                .flatMap(place -> document.flatMap(place::textIn).stream())
                .findFirst();
        if (says(codes.destination(), code, status)) {
            return new Dispatch.DestinationFault(
                    code.filter(codes.destination()::contains).orElse("status " + status));
        }
        if (answer.status() == TOO_MANY_REQUESTS || says(codes.busy(), code, status)) {
            return new Dispatch.Busy(answer.retryAfter());
        }
        return new Dispatch.CarrierFault(code.map(Requests::code)
                .orElse(
                        success.statuses().contains(answer.status())
                                ? unread(answer.body().orElse(Bytes.none()))
                                : "status " + status));
    }

    private static boolean says(Set<String> set, Optional<String> code, String status) {
        return Stream.concat(code.stream(), Stream.of(status)).anyMatch(set::contains);
    }

    private static String unread(Bytes body) {
        return body.length() == 0 ? "empty answer" : "answer can't be read";
    }
}
