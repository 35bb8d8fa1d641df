package dev.countersign.challenge;

import dev.countersign.protection.Method;
import dev.countersign.totp.TotpDevices;
import java.util.List;
import java.util.Optional;

/// The methods that challenges can demand here.
///
/// @param all each of them once
/// @param totp tells who has a device
public record Methods(List<ChallengeMethod> all, TotpDevices totp) {
    /// Copies the list.
    public Methods {
        all = List.copyOf(all);
    }

    /// The one that serves a protection.
    public Optional<ChallengeMethod> of(Method method) {
        return all.stream().filter(one -> one.method() == method).findFirst();
    }
}
