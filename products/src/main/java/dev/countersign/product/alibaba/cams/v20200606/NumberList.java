package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Numbers;
import dev.countersign.migration.SpaceNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of a call that lists numbers.
///
/// @param code always `OK`
/// @param message `None` or `SUCCESS`, as the page of the action has it
/// @param phoneNumbers the numbers, in the order in which their space got them
/// @param success always true
/// @param accessDeniedDetail always `None`
public record NumberList(
        @Field(doc = "`OK`.", example = "OK") String code,

        @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "None")
        String message,

        @Field(doc = "The numbers, in the order in which their space got them.")
        List<Item> phoneNumbers,

        @Field(doc = "Whether the call succeeded.", example = "true")
        boolean success,

        @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {
    /// A number of a list.
    ///
    /// @param phoneNumber country code and number
    /// @param verifiedName what its owner shows as
    /// @param status where it stands
    /// @param codeVerificationStatus whether a code proved it in the last 14 days
    /// @param qualityRating always `UNKNOWN`, or left out where the page has no such word
    /// @param isOfficial always `N`
    public record Item(
            @Field(doc = "Country code and number.", example = "8613800001234")
            String phoneNumber,

            @Field(
                    doc = "What its owner shows as; left out when it was given no name.",
                    example = "Alibaba",
                    omitted = true)
            @Nullable String verifiedName,

            @Field(
                    doc = "`UNVERIFIED` (waits for its code), `PENDING` (proven, not registered yet), `CONNECTED`,"
                            + " `DISCONNECTED` or `MIGRATED` (to another space).",
                    example = "CONNECTED")
            String status,

            @Field(doc = "`VERIFIED`, or `NOT_VERIFIED`.", example = "VERIFIED")
            String codeVerificationStatus,

            @Field(
                    doc = "`UNKNOWN`: nobody rates numbers here. `ChatappSyncPhoneNumber` leaves it out.",
                    example = "UNKNOWN",
                    omitted = true)
            @Nullable String qualityRating,

            @Field(doc = "`N`.", example = "N") String isOfficial) {
        /// Of that number.
        static Item of(SpaceNumber number, Numbers numbers, @Nullable String qualityRating) {
            return new Item(
                    number.phone().digits(),
                    number.name().isEmpty() ? null : number.name(),
                    StatusWords.of(number.state()),
                    StatusWords.proof(numbers.proven(number)),
                    qualityRating,
                    "N");
        }

        /// Whether either of its two statuses is that.
        boolean has(String wanted) {
            return wanted.equalsIgnoreCase(status) || wanted.equalsIgnoreCase(codeVerificationStatus);
        }
    }

    /// Of these numbers, with that message.
    static NumberList of(List<Item> numbers, String message) {
        return new NumberList(Cams.OK, message, numbers, true, Cams.NONE);
    }
}
