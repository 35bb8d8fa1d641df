package dev.countersign.server.telephony;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.countersign.destination.Country;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The numbering plan that libphonenumber knows. Its data is read on first use.
public final class LibphonenumberPlan implements NumberingPlan {
    private static final Pattern COUNTRY_CODE = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern PUNCTUATION = Pattern.compile("[ .()/\\-\\u00A0]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,35}");

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final Supplier<List<Country>> countries = StableList.of(this::readCountries);

    @Override
    public PhoneNumber normalise(String countryCode, String national) {
        return proto(countryCode, national)
                .map(util::getNationalSignificantNumber)
                .map(significant -> new PhoneNumber(countryCode, significant))
                .orElseGet(() -> new PhoneNumber(countryCode, national));
    }

    /// Empty for what libphonenumber finds too short or too long to be read at all.
    private Optional<Phonenumber.PhoneNumber> proto(String countryCode, String national) {
        try {
            Phonenumber.PhoneNumber read = util.parse("+" + countryCode + national, null);
            return read.getCountryCode() == Integer.parseInt(countryCode) ? Optional.of(read) : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<PhoneNumber> parse(String written) {
        String bare = PUNCTUATION.matcher(written.strip()).replaceAll("");
        String digits = bare.startsWith("+") ? bare.substring(1) : bare.startsWith("00") ? bare.substring(2) : bare;
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        for (int length = 1; length <= 3 && length < digits.length(); length++) {
            String countryCode = digits.substring(0, length);
            String national = digits.substring(length);
            if (assigned(countryCode) && national.length() <= 32) {
                return Optional.of(normalise(countryCode, national));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean assigned(String countryCode) {
        return COUNTRY_CODE.matcher(countryCode).matches()
                && util.getSupportedCallingCodes().contains(Integer.valueOf(countryCode));
    }

    @Override
    public boolean possible(PhoneNumber number) {
        return proto(number.countryCode(), number.national())
                .map(util::isPossibleNumber)
                .orElse(false);
    }

    @Override
    public boolean valid(PhoneNumber number) {
        return proto(number.countryCode(), number.national())
                .map(util::isValidNumber)
                .orElse(false);
    }

    @Override
    public List<Country> countries() {
        return countries.get();
    }

    private List<Country> readCountries() {
        return util.getSupportedRegions().stream()
                .map(this::country)
                .sorted(Comparator.comparing(Country::englishName))
                .toList();
    }

    private Country country(String iso2) {
        Locale region = Locale.of("", iso2);
        return new Country(
                iso2,
                iso3(region),
                Integer.toString(util.getCountryCodeForRegion(iso2)),
                region.getDisplayCountry(Locale.ENGLISH),
                region.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
    }

    /// ISO has no alpha-3 code for a few territories that can be dialled (Ascension, Kosovo, Tristan da Cunha).
    private static String iso3(Locale region) {
        try {
            return region.getISO3Country();
        } catch (MissingResourceException none) {
            return "";
        }
    }
}
