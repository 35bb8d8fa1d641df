package dev.countersign.protection;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is wanted of a principal's protection. It is done as a whole or not at all.
///
/// @param login the half that guards the login
/// @param operation the half that guards sensitive operations
/// @param offsite what happens at a login from an unusual place; empty to leave it
/// @param promptTrust whether a login may offer to trust the device; empty to leave it
public record ProtectionChange(
        Choice login, Choice operation, Optional<Offsite> offsite, Optional<Boolean> promptTrust) {
    /// A change of the two halves alone.
    public static ProtectionChange of(Choice login, Choice operation) {
        return new ProtectionChange(login, operation, Optional.empty(), Optional.empty());
    }

    /// What a protection is afterwards.
    public Protection after(Protection present) {
        return new Protection(
                login.after(present.login()),
                operation.after(present.operation()),
                offsite.orElse(present.offsite()),
                promptTrust.orElse(present.promptTrust()));
    }

    /// What the audit says of it: the halves that it touches, in words.
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "login", login);
        put(facts, "operation", operation);
        offsite.ifPresent(wanted -> facts.put("offsite", wanted.verify() ? "verified" : "not verified"));
        promptTrust.ifPresent(wanted -> facts.put("prompt-trust", wanted ? "yes" : "no"));
        return facts;
    }

    private static void put(Map<String, String> facts, String half, Choice choice) {
        if (choice instanceof Choice.Demand demand) {
            facts.put(half, demand.method().map(Method::word).orElse(Choice.NONE));
        }
    }
}
