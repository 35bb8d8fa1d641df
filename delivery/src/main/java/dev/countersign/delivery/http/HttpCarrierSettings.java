package dev.countersign.delivery.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A carrier that is described in configuration. Everything is looked at when it is made, so that a wrong
/// word is found at start and not by the first message.
///
/// @param request what is sent
/// @param success how an answer tells that the carrier has the message
/// @param faults how an answer tells whose fault it is that it has not
/// @param templates the provider's own names of registered texts, for `{template}`; see [Registered]. Empty
///     when the provider needs none
/// @param reach where it may go and how long it may take
public record HttpCarrierSettings(
        Sent request, Success success, Faults faults, Registered<String> templates, Reach reach) {
    /// @throws IllegalArgumentException when `{template}` is used and none is registered
    public HttpCarrierSettings {
        if (request.needsTemplate() && templates.isEmpty()) {
            throw new IllegalArgumentException("{template} is used, but no templates are registered");
        }
    }

    /// What is sent.
    ///
    /// @param method `POST`, `PUT` or `GET`
    /// @param address `http` or `https`, without fragment and user; placeholders may stand in path and query,
    ///     where values are percent-encoded
    /// @param headers further headers; only placeholders that can hold nothing but letters, digits and
    ///     hyphens
    /// @param credentials how the provider knows us
    /// @param body the body
    public record Sent(String method, String address, Map<String, String> headers, Credentials credentials, Body body) {
        /// @throws IllegalArgumentException for another method, a body where none may be, an address or
        ///     header that is none, and a placeholder that is broken, unknown, or not for that place
        public Sent {
            headers = Map.copyOf(headers);
            SentRules.check(method, address, headers, body);
        }

        boolean needsTemplate() {
            return SentRules.phrases(this).anyMatch(phrase -> phrase.uses(Placeholder.TEMPLATE));
        }

        /// Where it goes, with the placeholders as they stand: for its host and port.
        URI target() {
            return SentRules.target(address);
        }
    }

    /// A body, written so that no value can break out of the place that it was put in.
    public sealed interface Body {
        /// No body: everything is in the address.
        record None() implements Body {}

        /// JSON. The template is read as JSON first; placeholders are then replaced within its texts.
        ///
        /// @param template a JSON document
        record Json(String template) implements Body {}

        /// A form. The template is taken apart first; placeholders are then replaced within its values.
        ///
        /// @param template `name=value` joined by `&`, its names and fixed values percent-encoded
        record Form(String template) implements Body {}
    }

    /// How an answer tells that the carrier has the message.
    ///
    /// @param statuses the statuses of HTTP; never empty
    /// @param expected what its JSON must hold besides
    /// @param reference where the carrier's id for the message is
    public record Success(Set<Integer> statuses, Optional<Expected> expected, Optional<Reference> reference) {
        /// @throws IllegalArgumentException without a status, or for one that is none
        public Success {
            statuses = Set.copyOf(statuses);
            if (statuses.isEmpty() || statuses.stream().anyMatch(status -> status < 200 || status > 299)) {
                throw new IllegalArgumentException("success is one or more statuses from 200 to 299");
            }
        }
    }

    /// A value that the answer's JSON must hold.
    ///
    /// @param at where
    /// @param values one of these; numbers and flags as they are written
    public record Expected(JsonPointer at, Set<String> values) {
        /// @throws IllegalArgumentException without a value
        public Expected {
            values = Set.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("one value at least is expected");
            }
        }
    }

    /// Where the carrier's id for the message is.
    public sealed interface Reference {
        /// In the answer's JSON.
        record InJson(JsonPointer at) implements Reference {}

        /// In a header of the answer.
        record InHeader(String name) implements Reference {}
    }

    /// Whose fault it is that the carrier does not have the message. What is in neither set is the carrier's.
    ///
    /// @param code where the error code is in the answer's JSON
    /// @param destination codes, and statuses as digits, that say that the number or address can't be reached
    /// @param busy codes, and statuses as digits, that ask for fewer messages at a time; status 429 always
    ///     does
    public record Faults(Optional<JsonPointer> code, Set<String> destination, Set<String> busy) {
        /// @throws IllegalArgumentException when one code is in both
        public Faults {
            destination = Set.copyOf(destination);
            busy = Set.copyOf(busy);
            if (destination.stream().anyMatch(busy::contains)) {
                throw new IllegalArgumentException("a code can't be both the destination's fault and busy");
            }
        }

        /// Everything is the carrier's fault, but status 429.
        public static Faults none() {
            return new Faults(Optional.empty(), Set.of(), Set.of());
        }
    }
}
