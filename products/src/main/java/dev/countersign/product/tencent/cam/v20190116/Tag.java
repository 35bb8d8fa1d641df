package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy's tag.
public record Tag(
        @Field(doc = "Tag key.", example = "team") String key,
        @Field(doc = "Tag value.", example = "payments") String value) {
    static List<dev.countersign.policy.Tag> read(@Nullable List<Tag> tags) {
        return tags == null
                ? List.of()
                : tags.stream()
                        .map(tag -> new dev.countersign.policy.Tag(tag.key(), tag.value()))
                        .toList();
    }

    static @Nullable List<Tag> written(List<dev.countersign.policy.Tag> tags) {
        return tags.isEmpty()
                ? null
                : tags.stream().map(tag -> new Tag(tag.key(), tag.value())).toList();
    }
}
