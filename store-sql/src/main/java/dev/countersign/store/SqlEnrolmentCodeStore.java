package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.AdministratorCodes;
import dev.countersign.authenticator.CodeOutcome;
import dev.countersign.authenticator.EnrolmentCodeStore;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The codes that administrators make, in SQL, as keyed hashes. Only a first answer that may be asked for
/// again holds one, sealed.
public final class SqlEnrolmentCodeStore implements EnrolmentCodeStore {
    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals hashes codes
    public SqlEnrolmentCodeStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public EnrolmentCode put(
            Principal principal,
            EnrolmentCode code,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry,
            Instant now) {
        Bytes hash = new Lookups(seals)
                .enrolment(principal.uin(), AdministratorCodes.kept(code.code().reveal()));
        Set<String> keys = new HashSet<>(Set.of(Lookups.keyOfPrincipal(principal.uin())));
        idempotency.ifPresent(key -> keys.add(new Lookups(seals).keyOf(entry.tenant(), key.key())));
        String answer = transactions.write(
                keys,
                handle -> new KeptAnswers(handle, seals, entry.tenant())
                        .once(
                                idempotency,
                                now,
                                () -> {
                                    new EnrolmentCodeTable(handle)
                                            .put(
                                                    principal.tenant(),
                                                    principal.uin(),
                                                    hash,
                                                    AdministratorCodes.TRIES,
                                                    code.until());
                                    new AuditTable(handle).append(entry);
                                    return Optional.of(text(code));
                                },
                                ""));
        return read(answer);
    }

    private static String text(EnrolmentCode code) {
        return code.code().reveal() + " " + code.until().toEpochMilli();
    }

    private static EnrolmentCode read(String answer) {
        String[] parts = answer.split(" ", 2);
        return new EnrolmentCode(Secret.of(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }

    @Override
    public CodeOutcome redeem(Try given, AttemptPolicy policy, Instant now) {
        EnrolmentAttempting attempting = new EnrolmentAttempting(seals, given, policy, now);
        return transactions.write(attempting.keys(), attempting.unit());
    }
}
