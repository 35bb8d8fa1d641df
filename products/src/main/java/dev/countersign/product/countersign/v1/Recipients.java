package dev.countersign.product.countersign.v1;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneValidation;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;

/// Reads whom a code is for: where it goes, and whom of the tenant it is about.
final class Recipients {
    private final NumberingPlan plan;
    private final PhoneValidation validation;
    private final TenantStore tenants;

    Recipients(NumberingPlan plan, PhoneValidation validation, TenantStore tenants) {
        this.plan = plan;
        this.validation = validation;
        this.tenants = tenants;
    }

    /// A number in international form, or an address.
    ///
    /// @throws Refused with [DestinationInvalid]
    Destination destination(String written) {
        if (written.contains("@")) {
            return mail(written);
        }
        return plan.parse(written)
                .filter(number -> validation.accepts(plan, number))
                .orElseThrow(() -> new Refused(new DestinationInvalid()));
    }

    private static MailAddress mail(String written) {
        try {
            return new MailAddress(written);
        } catch (IllegalArgumentException notAnAddress) {
            throw new Refused(new DestinationInvalid());
        }
    }

    /// The UIN of a principal of the caller's tenant.
    ///
    /// @throws Refused with [SendRefusal.PrincipalUnknown]
    long principal(Caller caller, long uin) {
        return tenants.principal(caller.tenant().id(), uin)
                .map(Principal::uin)
                .orElseThrow(() -> new Refused(new SendRefusal.PrincipalUnknown()));
    }
}
