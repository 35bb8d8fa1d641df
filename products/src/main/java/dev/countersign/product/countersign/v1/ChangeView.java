package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.Current;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.action.Field;
import org.jspecify.annotations.Nullable;

/// A change of a number or address as our own API shows it.
record ChangeView(
        @Field(doc = "The change's id.", example = "3f6d2f0a-51c7-4c0e-9a31-6a5d3a1c7e10")
        String id,

        @Field(doc = "phone or mail.", example = "phone") String kind,

        @Field(doc = "The new number or address, masked. Its code is given as code.", example = "+852******99")
        String to,

        @Field(doc = "What must be shown beside it, as currentCode; null for who has no factor yet.") @Nullable CurrentView current,

        @Field(doc = "pending or confirmed.", example = "pending")
        String status,

        @Field(doc = "When it ends by itself, with its codes, UTC.", example = "2027-01-01T00:10:00Z")
        String expiresAt,

        @Field(
                doc = "Once confirmed: sensitive operations are held back until then, UTC; left out when nothing was"
                        + " replaced.",
                example = "2027-01-02T00:00:00Z",
                omitted = true)
        @Nullable String coolOffUntil) {
    /// The factor that the principal has already.
    record CurrentView(
            @Field(doc = "totp, phone or mail.", example = "phone")
            String by,

            @Field(
                    doc = "Where its code was sent, masked; left out for totp.",
                    example = "+852******67",
                    omitted = true)
            @Nullable String to) {
        static CurrentView of(Current current) {
            return switch (current) {
                case Current.Device device -> new CurrentView("totp", null);
                case Current.Sent sent ->
                    switch (sent.to()) {
                        case PhoneNumber phone -> new CurrentView("phone", phone.masked());
                        case MailAddress mail -> new CurrentView("mail", mail.masked());
                    };
            };
        }
    }

    static ChangeView of(Change change) {
        return new ChangeView(
                change.id(),
                change.kind().word(),
                change.to().masked(),
                change.current().map(CurrentView::of).orElse(null),
                change.status().word(),
                AuthenticatorsView.written(change.expiresAt()),
                change.coolOffUntil().map(AuthenticatorsView::written).orElse(null));
    }
}
