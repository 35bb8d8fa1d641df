package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.destination.Destinations;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.directory.Wanted;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters that [AddUser] and [UpdateUser] have in common.
interface UserParameters {
    @Nullable String remark();

    @Nullable Long consoleLogin();

    @Nullable String password();

    @Nullable Long needResetPassword();

    @Nullable String phoneNum();

    @Nullable String countryCode();

    @Nullable String email();

    /// What they ask for.
    ///
    /// @throws Refused with [CallRefusal.ParameterInvalid] or [dev.countersign.refusal.DestinationInvalid]
    default Wanted wanted(Destinations destinations) {
        return new Wanted(
                Optional.ofNullable(remark()),
                Switch.of("ConsoleLogin", consoleLogin()),
                Optional.ofNullable(password()).map(Secret::of),
                Switch.of("NeedResetPassword", needResetPassword()),
                phone(destinations),
                mail());
    }

    private Optional<PhoneNumber> phone(Destinations destinations) {
        String number = phoneNum();
        String country = countryCode();
        if (number == null && country == null) {
            return Optional.empty();
        }
        if (number == null || country == null) {
            throw new Refused(new CallRefusal.ParameterInvalid(number == null ? "PhoneNum" : "CountryCode"));
        }
        return Optional.of(destinations.phone(country, number));
    }

    /// The vendor's own example sends `%40` for the `@`: that is taken for one where there is no other.
    private Optional<MailAddress> mail() {
        String given = email();
        if (given == null) {
            return Optional.empty();
        }
        String address = given.indexOf('@') < 0 ? given.replaceFirst("%40", "@") : given;
        if (!MailAddress.valid(address)) {
            throw new Refused(new CallRefusal.ParameterInvalid("Email"));
        }
        return Optional.of(new MailAddress(address));
    }
}
