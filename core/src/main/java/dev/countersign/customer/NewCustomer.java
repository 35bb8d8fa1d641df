package dev.countersign.customer;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.value.Secret;
import dev.countersign.verification.Code;

/// A customer account as a partner asks for it. Formats were checked.
///
/// @param area ISO 3166-1 alpha-2, upper case
/// @param name empty for none
/// @param extended free text, empty for none
public record NewCustomer(
        String accountType,
        MailAddress mail,
        Secret password,
        Secret confirmation,
        PhoneNumber phone,
        String area,
        Code code,
        String tradeOne,
        String tradeTwo,
        String name,
        String extended) {}
