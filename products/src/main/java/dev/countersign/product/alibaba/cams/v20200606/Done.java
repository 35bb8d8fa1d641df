package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Field;

/// The answer of a call that has nothing to tell.
///
/// @param code always `OK`
/// @param message `None` or `SUCCESS`, as the page of the action has it
/// @param accessDeniedDetail always `None`
public record Done(
        @Field(doc = "`OK`.", example = "OK") String code,

        @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "None")
        String message,

        @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {
    /// With that message.
    static Done saying(String message) {
        return new Done(Cams.OK, message, Cams.NONE);
    }
}
