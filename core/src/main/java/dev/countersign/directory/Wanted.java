package dev.countersign.directory;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.value.Secret;
import java.util.Optional;

/// What an administrator wants a user to be. What is empty stays as it is, or as a new user has it.
///
/// @param remark free text
/// @param console whether it may log in to a console
/// @param password for the console; of no use while that is not allowed
/// @param mustResetPassword whether the next login asks for another password
/// @param phone counts as bound, without a code
/// @param mail counts as bound, without a code
public record Wanted(
        Optional<String> remark,
        Optional<Boolean> console,
        Optional<Secret> password,
        Optional<Boolean> mustResetPassword,
        Optional<PhoneNumber> phone,
        Optional<MailAddress> mail) {
    /// Nothing in particular.
    public static Wanted nothing() {
        return new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether a number or address is asserted.
    boolean asserts() {
        return phone.isPresent() || mail.isPresent();
    }
}
