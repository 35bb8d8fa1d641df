package dev.countersign.server.config;

import dev.countersign.delivery.http.HttpCarrierSettings.Expected;
import dev.countersign.delivery.http.HttpCarrierSettings.Faults;
import dev.countersign.delivery.http.HttpCarrierSettings.Reference;
import dev.countersign.delivery.http.HttpCarrierSettings.Success;
import dev.countersign.delivery.http.JsonPointer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the answer of a provider means that is described in the configuration.
///
/// @param successStatuses the statuses of HTTP
/// @param successAt where a word of success is
/// @param successValues what it must be
/// @param idAt where the provider's id is
/// @param idHeader which header it is in
/// @param errorAt where the error code is
/// @param destinationErrors codes that are the number's fault
/// @param busyErrors codes that ask for fewer messages
@Area(value = "", doc = "What the answer means.") public record HttpAnswerConfig(
        @Key(doc = "The statuses of HTTP that can be a success: from 200 to 299.", example = "[200, 201]")
        Set<String> successStatuses,

        @Key(doc = "Where the answer's JSON says whether it is one.", example = "/status")
        Optional<String> successAt,

        @Key(doc = "What it says there, for a success.", example = "[ok, queued]")
        Set<String> successValues,

        @Key(
                doc = "Where the answer's JSON has the provider's id for the message. Receipts are found by it.",
                example = "/id")
        Optional<String> idAt,

        @Key(doc = "The header that has it, when it is not in the JSON.", example = "X-Message-Id")
        Optional<String> idHeader,

        @Key(doc = "Where the answer's JSON has the error code.", example = "/error/code")
        Optional<String> errorAt,

        @Key(
                doc = "Error codes, or statuses, that say that the number can't be reached: no other carrier is tried.",
                example = "[invalid_number, \"404\"]")
        Set<String> destinationErrors,

        @Key(
                doc = "Error codes, or statuses, that ask for fewer messages at a time. 429 always does.",
                example = "[throttled, \"503\"]")
        Set<String> busyErrors) {
    /// The defaults: whatever is answered with 200, 201 or 202 is a success.
    public static HttpAnswerConfig standard() {
        return new HttpAnswerConfig(
                Set.of("200", "201", "202"),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of());
    }

    /// How an answer tells that the provider has the message.
    ///
    /// @throws IllegalArgumentException when it can't
    Success success() {
        if (successAt.isPresent() == successValues.isEmpty()) {
            throw new IllegalArgumentException("success-at and success-values go together");
        }
        Optional<Reference> json = idAt.map(at -> new Reference.InJson(JsonPointer.of(at)));
        return new Success(
                successStatuses.stream().map(HttpAnswerConfig::status).collect(Collectors.toSet()),
                successAt.map(at -> new Expected(JsonPointer.of(at), successValues)),
                json.or(() -> idHeader.map(Reference.InHeader::new)));
    }

    private static Integer status(String written) {
        if (!written.matches("2[0-9]{2}")) {
            throw new IllegalArgumentException("success-statuses are numbers from 200 to 299");
        }
        return Integer.valueOf(written);
    }

    /// How an answer tells whose fault it is.
    ///
    /// @throws IllegalArgumentException when one code says two things
    Faults faults() {
        return new Faults(errorAt.map(JsonPointer::of), destinationErrors, busyErrors);
    }
}
