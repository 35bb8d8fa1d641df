package dev.countersign.refusal;

/// An expected "no". One sealed family per conversation; a case may belong to two.
public sealed interface Refusal
        permits CallRefusal,
                SendRefusal,
                CheckRefusal,
                RegistrationRefusal,
                CustomerRefusal,
                SessionRefusal,
                AssumptionRefusal,
                PermanentKeyNeeded,
                UserRefusal,
                KeyRefusal,
                OpeningRefusal,
                ChallengeRefusal,
                ProofRefusal,
                ProtectionRefusal,
                FactorRefusal,
                UnbindRefusal,
                RulesRefusal,
                TokenRefusal,
                AuthenticatorRefusal,
                PolicyRefusal,
                PolicyDocumentRefusal,
                RoleRefusal,
                SpaceRefusal,
                NumberRefusal,
                DeliveryRefusal {}
