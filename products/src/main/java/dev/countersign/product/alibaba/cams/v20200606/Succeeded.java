package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Field;

/// The answer of a call that has nothing to tell but that it succeeded.
///
/// @param code always `OK`
/// @param message `None` or `SUCCESS`, as the page of the action has it
/// @param success always true
/// @param accessDeniedDetail always `None`
public record Succeeded(
        @Field(doc = "`OK`.", example = "OK") String code,

        @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "None")
        String message,

        @Field(doc = "Whether the call succeeded.", example = "true")
        boolean success,

        @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {
    /// With the message that pages with this answer have.
    static Succeeded standard() {
        return new Succeeded(Cams.OK, Cams.NONE, true, Cams.NONE);
    }
}
