package dev.countersign.store;

import dev.countersign.destination.Destination;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import java.util.Set;

/// The keyed hashes that rows are found by, and the names of what units of work exclude each other about.
///
/// @param seals makes the hashes
record Lookups(Seals seals) {
    Bytes destination(Destination destination) {
        return seals.lookup("destination", destination.canonical());
    }

    Bytes mail(Destination mail) {
        return seals.lookup("mail", mail.canonical());
    }

    Bytes idempotency(String key) {
        return seals.lookup("idempotency", key);
    }

    Bytes result(Secret code) {
        return seals.lookup("result-code", code.reveal());
    }

    Bytes enrolment(long uin, Secret code) {
        return seals.lookup("enrolment-code", uin + "\n" + code.reveal());
    }

    /// Everything that a code is bound to, in one hash: canonical forms hold no line break.
    Bytes binding(Binding binding) {
        return seals.lookup(
                "binding",
                String.join(
                        "\n",
                        Long.toString(binding.tenant()),
                        binding.purpose().name(),
                        binding.destination().canonical(),
                        binding.principal().map(Object::toString).orElse(""),
                        binding.operation()));
    }

    /// Whose failures a binding's wrong codes are: one count per principal and authenticator, or per tenant and
    /// destination where there is no principal.
    String failures(Binding binding) {
        return binding.principal()
                .map(uin -> principalFailures(uin, binding.authenticator()))
                .orElseGet(() -> "destination:" + binding.tenant() + ":"
                        + destination(binding.destination()).toHex());
    }

    /// Under what stands what is kept of tries at a UIN that is nobody's: it may be anything that somebody typed.
    String nobodysFailures(long uin) {
        return "nobody:" + seals.lookup("nobody", Long.toString(uin)).toHex();
    }

    static String principalFailures(long uin, String authenticator) {
        return "principal:" + uin + ":" + authenticator;
    }

    /// What decisions about a binding exclude each other by: the destination and, where known, the principal.
    Set<String> keys(Binding binding) {
        String destination = "destination:" + destination(binding.destination()).toHex();
        return binding.principal()
                .map(uin -> Set.of(destination, keyOfPrincipal(uin)))
                .orElseGet(() -> Set.of(destination));
    }

    /// What decisions about one principal exclude each other by.
    static String keyOfPrincipal(long uin) {
        return "principal:" + uin;
    }

    /// What decisions about a tenant's users exclude each other by.
    static String keyOfUsers(long tenant) {
        return "users:" + tenant;
    }

    /// What decisions about a tenant's rules exclude each other by.
    static String keyOfRules(long tenant) {
        return "rules:" + tenant;
    }

    static String keyOfCaller(long uin) {
        return "caller:" + uin;
    }

    String keyOf(long tenant, String idempotencyKey) {
        return "idempotency:" + tenant + ":" + idempotency(idempotencyKey).toHex();
    }
}
