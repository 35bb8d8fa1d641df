package dev.countersign.store;

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
import org.junit.jupiter.api.Nested;

/// Every contract of the stores, on SQLite.
final class SqliteStoresTest {
    @Nested
    class Sending extends SendingContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Resend extends ResendContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Terms extends TermsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Attempt extends AttemptContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Failure extends FailureContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class VerificationRace extends VerificationRaceContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Interleaving extends InterleavingContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Inbox extends InboxContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class TenantStore extends TenantStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class UserStore extends UserStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class ConsoleUser extends ConsoleUserContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class AccessKeyStore extends AccessKeyStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class CustomerStore extends CustomerStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Totp extends TotpContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Change extends ChangeContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Device extends DeviceContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class EnrolmentCode extends EnrolmentCodeContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Authenticator extends AuthenticatorContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class TemporaryKey extends TemporaryKeyContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class TestNumbers extends TestNumbersContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class KeyCache extends KeyCacheContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Transactions extends TransactionsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Protection extends ProtectionContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class TenantRules extends TenantRulesContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class CustomToken extends CustomTokenContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class ProtectionRows extends ProtectionRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Challenge extends ChallengeContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class SignInRows extends SignInRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class ChallengeRows extends ChallengeRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Space extends SpaceContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Number extends NumberContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Proof extends ProofContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class ProofRows extends ProofRowsContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Audit extends AuditContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class PolicyStore extends PolicyStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class RoleStore extends RoleStoreContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class PolicyCache extends PolicyCacheContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Receipt extends ReceiptContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Drain extends DrainContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class Webhook extends WebhookContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }

    @Nested
    class WebhookDispatcher extends DispatcherContract {
        @Override
        protected Installation install(TestClock time) {
            return Databases.sqlite(time);
        }
    }
}
