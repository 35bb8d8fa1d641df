package dev.countersign.tenant;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// What is bound to a principal: where its codes may go.
///
/// @param phone its number
/// @param mail its address
/// @param wechat whether a WeChat identity is bound
/// @param coolOffUntil sensitive operations are held back until then, since a number or address was changed
public record Bound(
        Optional<PhoneNumber> phone, Optional<MailAddress> mail, boolean wechat, Optional<Instant> coolOffUntil) {
    /// Nothing is bound.
    public static final Bound NOTHING = new Bound(Optional.empty(), Optional.empty(), false, Optional.empty());
}
