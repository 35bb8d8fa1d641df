package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.DueMessage;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/// What contracts about authenticators begin with: alice has a number, an address and WeChat, bob has nothing.
public abstract class AuthenticatorStoreContract extends StoreContract {
    static final long TENANT = Given.TENANT.id();
    static final Duration COOL_OFF = Duration.ofHours(24);
    static final PhoneNumber OLD = Given.phone(1);
    static final PhoneNumber NEW = Given.phone(2);
    static final MailAddress MAIL = new MailAddress("alice@example.com");
    static final AttemptPolicy POLICY = new AttemptPolicy(VerificationPolicy.standard());

    @BeforeEach
    void people() {
        put(11, OLD.canonical(), MAIL.canonical(), true);
        put(12, "", "", false);
    }

    final void put(long uin, String phone, String mail, boolean wechat) {
        node().tenants().put(new UserRecord(uin, TENANT, "user " + uin, Secret.of(phone), Secret.of(mail), wechat));
    }

    final Bound bound(long uin) {
        return node().tenants().bound(TENANT, uin).orElseThrow();
    }

    static Principal principal(long uin) {
        return new Principal(uin, TENANT, "user " + uin);
    }

    final AuditEntry entry(String event) {
        return AuditEntry.own(clock.instant(), TENANT, event, "uin/11", Map.of());
    }

    /// Every message that is due now.
    final List<DueMessage> due() {
        return node().outbox().take(100, clock.instant(), Duration.ofMinutes(1));
    }

    /// The notices among those that are due now.
    final List<DueMessage> notices() {
        return due().stream().filter(message -> message.code().isEmpty()).toList();
    }

    static String purpose(List<DueMessage> messages) {
        assertThat(messages).hasSize(1);
        return messages.getFirst().purpose();
    }

    /// Every second runner is in the second process.
    final Node of(int runner) {
        return runner % 2 == 0 ? node() : installation().another();
    }

    static <T> Optional<T> none() {
        return Optional.empty();
    }
}
