package dev.countersign.customer;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.time.Instant;

/// A customer of a partner, without its password.
///
/// @param uin its root UIN
/// @param partner the partner's tenant id
/// @param accountType `personal` or `company`
/// @param area ISO 3166-1 alpha-2
/// @param tradeOne layer-1 industry id
/// @param tradeTwo layer-2 industry id
/// @param name its name; empty when none was given
/// @param verified whether its identity was verified by a person
/// @param createdAt when it was made and bound to the partner
public record Customer(
        long uin,
        long partner,
        String accountType,
        MailAddress mail,
        PhoneNumber phone,
        String area,
        String tradeOne,
        String tradeTwo,
        String name,
        boolean verified,
        Instant createdAt) {}
