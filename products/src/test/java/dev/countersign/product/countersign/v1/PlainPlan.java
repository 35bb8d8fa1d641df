package dev.countersign.product.countersign.v1;

import dev.countersign.destination.Country;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneNumber;
import java.util.List;
import java.util.Optional;

/// A world with one country, 852, whose numbers have eight digits and begin with 5, 6 or 9.
final class PlainPlan implements NumberingPlan {
    @Override
    public PhoneNumber normalise(String countryCode, String national) {
        return new PhoneNumber(countryCode, national);
    }

    @Override
    public Optional<PhoneNumber> parse(String written) {
        String digits = written.replaceAll("[ ().-]", "").replaceFirst("^(\\+|00)", "");
        return digits.matches("852[0-9]{1,32}")
                ? Optional.of(new PhoneNumber("852", digits.substring(3)))
                : Optional.empty();
    }

    @Override
    public boolean assigned(String countryCode) {
        return countryCode.equals("852");
    }

    @Override
    public boolean possible(PhoneNumber number) {
        return number.national().length() == 8;
    }

    @Override
    public boolean valid(PhoneNumber number) {
        return number.national().matches("[569][0-9]{7}");
    }

    @Override
    public List<Country> countries() {
        return List.of(new Country("HK", "HKG", "852", "Hong Kong", "中国香港"));
    }
}
