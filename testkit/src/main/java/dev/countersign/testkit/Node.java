package dev.countersign.testkit;

import dev.countersign.authenticator.AuthenticatorStore;
import dev.countersign.authenticator.ChangeStore;
import dev.countersign.authenticator.DeviceStore;
import dev.countersign.authenticator.EnrolmentCodeStore;
import dev.countersign.challenge.ChallengeStore;
import dev.countersign.customer.CustomerStore;
import dev.countersign.delivery.DrainStore;
import dev.countersign.delivery.HistoryStore;
import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Outbox;
import dev.countersign.delivery.ReceiptQueue;
import dev.countersign.delivery.Tempo;
import dev.countersign.directory.AccessKeyStore;
import dev.countersign.directory.UserStore;
import dev.countersign.migration.NumberStore;
import dev.countersign.migration.SpaceStore;
import dev.countersign.policy.PolicyStore;
import dev.countersign.policy.RoleStore;
import dev.countersign.proof.ProofStore;
import dev.countersign.protection.ProtectionStore;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.sts.TemporaryKeyStore;
import dev.countersign.tenant.TenantStore;
import dev.countersign.token.CustomTokenStore;
import dev.countersign.totp.TotpStore;
import dev.countersign.verification.VerificationStore;

/// The stores of one process.
public record Node(
        VerificationStore verifications,
        CustomerStore customers,
        TenantStore tenants,
        PolicyStore policies,
        RoleStore roles,
        Outbox outbox,
        Inbox inbox,
        TotpStore totp,
        TemporaryKeyStore temporaryKeys,
        UserStore users,
        AccessKeyStore keys,
        ProtectionStore protections,
        TenantRulesStore rules,
        CustomTokenStore tokens,
        ChallengeStore challenges,
        ProofStore proofs,
        ChangeStore changes,
        DeviceStore devices,
        EnrolmentCodeStore enrolmentCodes,
        AuthenticatorStore authenticators,
        SpaceStore spaces,
        NumberStore numbers,
        ReceiptQueue receipts,
        Tempo.Source tempos,
        HistoryStore history,
        DrainStore drains) {}
