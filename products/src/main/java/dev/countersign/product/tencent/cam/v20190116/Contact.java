package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.Bound;

/// What is bound to a user, as this product writes it; empty for what is not.
record Contact(String phoneNum, String countryCode, String email) {
    static Contact of(Bound bound) {
        return new Contact(
                bound.phone().map(PhoneNumber::national).orElse(""),
                bound.phone().map(PhoneNumber::countryCode).orElse(""),
                bound.mail().map(MailAddress::canonical).orElse(""));
    }
}
