package dev.countersign.verification;

import dev.countersign.destination.Channel;
import java.time.Instant;

/// A verification is the whole episode of one code, without the code.
///
/// @param id its id, a UUID
/// @param binding what the code is bound to
/// @param channel how the code last travelled
/// @param locale the locale that was asked for
/// @param status where it stands
/// @param createdAt when its code was made
/// @param expiresAt when its code ends; a re-send does not move it
/// @param triesLeft how many wrong codes it still bears
public record Verification(
        String id,
        Binding binding,
        Channel channel,
        String locale,
        Status status,
        Instant createdAt,
        Instant expiresAt,
        int triesLeft) {
    /// The language that its message is written in, which need not be that of the locale that was asked for.
    public MessageLanguage language() {
        return MessageLanguage.of(locale);
    }

    /// Where a verification can stand. All but `PENDING` are final, and its code is wiped then.
    public enum Status {
        /// The code may still be given.
        PENDING,
        /// The right code was given and is used up.
        REDEEMED,
        /// Its time ran out.
        EXPIRED,
        /// Too many wrong codes were given.
        FAILED,
        /// A newer code took its place, another code of the same binding was redeemed, or what is bound to its
        /// principal was changed.
        REPLACED;

        /// The word for it in answers and tables.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
