package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Field;

/// A role's tag.
public record RoleTags(
        @Field(doc = "Tag key.", example = "team") String key,
        @Field(doc = "Tag value.", example = "payments") String value) {}
