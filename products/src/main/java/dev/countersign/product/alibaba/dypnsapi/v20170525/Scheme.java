package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Terms;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a code is good for: a name of the caller's own, which is a purpose of verifications. No scheme is the
/// purpose of another product, and no two are one.
///
/// @param purpose `scheme` for the default one, `scheme-<name>` where the name can stand in a purpose, else
///     `schemed-` and a digest of the name
record Scheme(Purpose purpose) {
    /// What its name may be.
    static final String PATTERN = ".{1,20}";

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]{1,20}");
    private static final int DIGEST = 24;
    private static final String CHOSEN = "chosen";

    /// The scheme of this name.
    static Scheme named(@Nullable String name) {
        return new Scheme(new Purpose(purpose(name)));
    }

    private static String purpose(@Nullable String name) {
        if (name == null) {
            return "scheme";
        }
        return PLAIN.matcher(name).matches()
                ? "scheme-" + name
                : "schemed-" + Hashes.sha256(Bytes.utf8(name)).substring(0, DIGEST);
    }

    /// What a code that is checked is bound to.
    Binding binding(Tenant tenant, PhoneNumber phone) {
        return Binding.anonymous(tenant.id(), purpose, phone);
    }

    /// What a code is bound to: one that the caller chose is kept apart from all that are ever checked, but
    /// shares the time between sends with them.
    Binding binding(Tenant tenant, PhoneNumber phone, Terms.Content content) {
        return switch (content) {
            case Terms.Content.Drawn drawn -> binding(tenant, phone);
            case Terms.Content.Chosen chosen -> new Binding(tenant.id(), purpose, phone, Optional.empty(), CHOSEN);
        };
    }
}
