package dev.countersign.policy;

import dev.countersign.refusal.Refused;
import dev.countersign.refusal.TagsInvalid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A tag sorts policies and roles for those who manage them. It decides nothing.
///
/// @param key 1 to 127 characters
/// @param value up to 255 characters
public record Tag(String key, String value) {
    /// How many a policy or role may have.
    public static final int MOST = 50;

    private static final int LONGEST_KEY = 127;
    private static final int LONGEST_VALUE = 255;

    /// Passes tags that can be kept.
    ///
    /// @throws Refused with [TagsInvalid]
    static List<Tag> checked(List<Tag> tags) {
        if (tags.size() > MOST) {
            throw new Refused(new TagsInvalid(true));
        }
        Set<String> keys = new HashSet<>();
        for (Tag tag : tags) {
            boolean sound = !tag.key.isBlank()
                    && tag.key.length() <= LONGEST_KEY
                    && tag.value.length() <= LONGEST_VALUE
                    && (tag.key + tag.value).chars().noneMatch(Character::isISOControl);
            if (!sound || !keys.add(tag.key)) {
                throw new Refused(new TagsInvalid(false));
            }
        }
        return List.copyOf(tags);
    }
}
