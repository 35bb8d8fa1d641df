package dev.countersign.tenant;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// What is bound to a principal.
///
/// @param phone its number
/// @param mail its address
/// @param wechat whether it has a WeChat identity
/// @param coolOffUntil until when sensitive operations are held back, after a number or address was changed
public record Bound(
        Optional<PhoneNumber> phone, Optional<MailAddress> mail, boolean wechat, Optional<Instant> coolOffUntil) {}
