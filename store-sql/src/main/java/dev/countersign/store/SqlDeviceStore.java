package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.CodeOutcome;
import dev.countersign.authenticator.DeviceStore;
import dev.countersign.authenticator.EnrolmentCodeStore.Try;
import dev.countersign.protection.Method;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UnbindRefusal;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.tenant.Principal;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Devices whose enrolment or withdrawal takes a permission, in SQL.
public final class SqlDeviceStore implements DeviceStore {
    private static final String DONE = "done";

    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals seals secrets
    public SqlDeviceStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    /// A permission that is ready to be compared.
    private record Comparing(Set<String> keys, UnitOfWork<CodeOutcome> unit) {}

    @Override
    public BeginOutcome begin(Beginning beginning, AttemptPolicy policy, Instant now) {
        Principal principal = beginning.principal();
        Instant kept = now.truncatedTo(ChronoUnit.MILLIS);
        Comparing comparing = comparing(beginning, policy, kept);
        Bytes sealed = TotpTable.seal(seals, principal, "pending", beginning.secret());
        return transactions.write(
                keys(comparing.keys(), beginning.caller().tenant().id(), beginning.idempotency()), handle -> {
                    KeptAnswers answers =
                            answers(handle, beginning.caller().tenant().id());
                    Optional<String> first = beginning.idempotency().flatMap(key -> answers.replay(key, kept));
                    if (first.isPresent()) {
                        return read(first.get());
                    }
                    boolean present =
                            new TotpTable(handle).device(principal.uin()).isPresent();
                    if (present && !(beginning.permission() instanceof Permission.Device)) {
                        throw new Refused(new AuthenticatorRefusal.DevicePresent());
                    }
                    return switch (comparing.unit().perform(handle)) {
                        case CodeOutcome.NotAccepted not -> new BeginOutcome.Refused(not);
                        case CodeOutcome.Accepted accepted -> {
                            new TotpTable(handle).begin(principal, sealed, beginning.until());
                            new AuditTable(handle).append(beginning.entry());
                            yield read(answers.once(
                                    beginning.idempotency(), kept, () -> Optional.of(text(beginning)), ""));
                        }
                    };
                });
    }

    private Comparing comparing(Beginning beginning, AttemptPolicy policy, Instant now) {
        return switch (beginning.permission()) {
            case Permission.Administrator administrator -> {
                EnrolmentAttempting attempting = new EnrolmentAttempting(
                        seals, new Try(beginning.caller(), beginning.principal(), administrator.code()), policy, now);
                yield new Comparing(attempting.keys(), attempting.unit());
            }
            case Permission.Device device -> {
                TotpAttempting attempting = new TotpAttempting(
                        seals, new TotpAttempt(beginning.caller(), beginning.principal(), device.code()), policy, now);
                yield new Comparing(
                        attempting.keys(),
                        handle -> Outcomes.of(attempting.check().perform(handle)));
            }
            case Permission.Sent sent -> sent(beginning, sent, policy, now);
        };
    }

    private Comparing sent(Beginning beginning, Permission.Sent sent, AttemptPolicy policy, Instant now) {
        long tenant = beginning.principal().tenant();
        Attempt attempt = new Attempt(
                new Attempt.Target.Named(tenant, sent.verification()),
                sent.code(),
                beginning.caller(),
                true,
                Optional.empty());
        return transactions
                .read(handle -> new VerificationTable(handle).find(tenant, sent.verification()))
                .map(row -> new Attempting(seals, attempt, row.binding(seals), policy, now))
                .map(attempting -> new Comparing(
                        attempting.keys(),
                        handle -> Outcomes.of(attempting.unit().perform(handle))))
                .orElseGet(() -> new Comparing(Set.of(), handle -> CodeOutcome.NotAccepted.NOT_COMPARED));
    }

    private static String text(Beginning beginning) {
        return beginning.secret().base32().reveal() + " " + beginning.until().toEpochMilli();
    }

    private static BeginOutcome read(String answer) {
        String[] parts = answer.split(" ", 2);
        return new BeginOutcome.Begun(TotpSecret.of(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }

    @Override
    public CodeOutcome confirm(
            TotpAttempt attempt, AttemptPolicy policy, Optional<IdempotencyKey> idempotency, Instant now) {
        TotpAttempting attempting = new TotpAttempting(seals, attempt, policy, now);
        long tenant = attempt.caller().tenant().id();
        return transactions.write(
                keys(attempting.keys(), tenant, idempotency),
                handle -> once(
                        handle,
                        tenant,
                        idempotency,
                        now,
                        () -> Outcomes.of(attempting.confirm().perform(handle))));
    }

    @Override
    public CodeOutcome withdraw(
            TotpAttempt attempt,
            AttemptPolicy policy,
            Optional<IdempotencyKey> idempotency,
            AuditEntry entry,
            Instant now) {
        TotpAttempting attempting = new TotpAttempting(seals, attempt, policy, now);
        Principal principal = attempt.principal();
        long tenant = attempt.caller().tenant().id();
        return transactions.write(
                keys(attempting.keys(), tenant, idempotency),
                handle -> once(handle, tenant, idempotency, now, () -> {
                    boolean demanded = new ProtectionTable(handle)
                            .of(principal.tenant(), principal.uin())
                            .demands(Method.STOKEN);
                    if (demanded) {
                        throw new Refused(new UnbindRefusal.FactorGuards(Method.STOKEN.word()));
                    }
                    CodeOutcome outcome = Outcomes.of(attempting.check().perform(handle));
                    if (outcome instanceof CodeOutcome.Accepted) {
                        new TotpTable(handle).forget(principal.uin());
                        new ChangeTable(handle, seals).replace(principal.uin());
                        new AuditTable(handle).append(entry);
                    }
                    return outcome;
                }));
    }

    private CodeOutcome once(
            Handle handle, long tenant, Optional<IdempotencyKey> idempotency, Instant now, Supplier<CodeOutcome> work) {
        KeptAnswers answers = answers(handle, tenant);
        if (idempotency.flatMap(key -> answers.replay(key, now)).isPresent()) {
            return new CodeOutcome.Accepted();
        }
        CodeOutcome outcome = work.get();
        if (outcome instanceof CodeOutcome.Accepted) {
            answers.once(idempotency, now, () -> Optional.of(DONE), DONE);
        }
        return outcome;
    }

    private KeptAnswers answers(Handle handle, long tenant) {
        return new KeptAnswers(handle, seals, tenant);
    }

    private Set<String> keys(Set<String> own, long tenant, Optional<IdempotencyKey> idempotency) {
        Set<String> keys = new HashSet<>(own);
        idempotency.ifPresent(key -> keys.add(new Lookups(seals).keyOf(tenant, key.key())));
        return keys;
    }
}
