package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.signin.ConsoleUserStore.Verdict;
import dev.countersign.testkit.AccessKeyStoreContract;
import dev.countersign.testkit.AttemptContract;
import dev.countersign.testkit.AuthenticatorContract;
import dev.countersign.testkit.ChallengeContract;
import dev.countersign.testkit.ChangeContract;
import dev.countersign.testkit.ConsoleUserContract;
import dev.countersign.testkit.CustomTokenContract;
import dev.countersign.testkit.CustomerStoreContract;
import dev.countersign.testkit.DeviceContract;
import dev.countersign.testkit.DispatcherContract;
import dev.countersign.testkit.DrainContract;
import dev.countersign.testkit.EnrolmentCodeContract;
import dev.countersign.testkit.FailureContract;
import dev.countersign.testkit.InboxContract;
import dev.countersign.testkit.Installation;
import dev.countersign.testkit.InterleavingContract;
import dev.countersign.testkit.NumberContract;
import dev.countersign.testkit.OutboxContract;
import dev.countersign.testkit.PolicyStoreContract;
import dev.countersign.testkit.ProofContract;
import dev.countersign.testkit.ProtectionContract;
import dev.countersign.testkit.ReceiptContract;
import dev.countersign.testkit.ResendContract;
import dev.countersign.testkit.RoleStoreContract;
import dev.countersign.testkit.SendingContract;
import dev.countersign.testkit.SpaceContract;
import dev.countersign.testkit.TemporaryKeyContract;
import dev.countersign.testkit.TenantRulesContract;
import dev.countersign.testkit.TenantStoreContract;
import dev.countersign.testkit.TermsContract;
import dev.countersign.testkit.TestClock;
import dev.countersign.testkit.TotpContract;
import dev.countersign.testkit.UserStoreContract;
import dev.countersign.testkit.VerificationRaceContract;
import dev.countersign.testkit.WebhookContract;
import dev.countersign.verification.FailureCount;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every contract of the stores, on PostgreSQL, with two processes.
final class PostgresStoresTest {
    @Nested
    class Sending extends SendingContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Resend extends ResendContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Terms extends TermsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Attempt extends AttemptContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Failure extends FailureContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class VerificationRace extends VerificationRaceContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Interleaving extends InterleavingContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Inbox extends InboxContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class TenantStore extends TenantStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class UserStore extends UserStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class ConsoleUser extends ConsoleUserContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class AccessKeyStore extends AccessKeyStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class CustomerStore extends CustomerStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Totp extends TotpContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Change extends ChangeContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Device extends DeviceContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class EnrolmentCode extends EnrolmentCodeContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Authenticator extends AuthenticatorContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class TemporaryKey extends TemporaryKeyContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class TestNumbers extends TestNumbersContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class KeyCache extends KeyCacheContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Protection extends ProtectionContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class TenantRules extends TenantRulesContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class CustomToken extends CustomTokenContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class ProtectionRows extends ProtectionRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Challenge extends ChallengeContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class SignInRows extends SignInRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }

        @Test
        void a_try_of_nobody_waits_for_none_of_another_that_is_nobody_s() {
            Set<String> others = Set.of(Lookups.keyOfPrincipal(0), Lookups.keyOfPrincipal(NOBODY));
            Verdict verdict = transactions().write(others, handle -> {
                String subject = new Lookups(seals()).nobodysFailures(NOBODY);
                new AttemptRecords(handle).keep(subject, true, FailureCount.NONE);
                return settle(installation().another(), NOBODY + 1, false);
            });
            assertThat(verdict).isEqualTo(Verdict.REFUSED);
        }
    }

    @Nested
    class ChallengeRows extends ChallengeRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Space extends SpaceContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Number extends NumberContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Proof extends ProofContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class ProofRows extends ProofRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Audit extends AuditContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class PolicyStore extends PolicyStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class RoleStore extends RoleStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class PolicyCache extends PolicyCacheContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Receipt extends ReceiptContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Drain extends DrainContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class Webhook extends WebhookContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }

    @Nested
    class WebhookDispatcher extends DispatcherContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.postgres(time);
        }
    }
}
