package dev.countersign.product.tencent.sts.v20180813;

import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SessionRefusal;
import dev.countersign.sts.SecondFactor;
import dev.countersign.value.Secret;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the vendor names a second factor: `qcs::cam:uin/<root>::mfa/softToken`.
final class MfaSerial {
    /// What a serial number looks like, whichever kind of device it names.
    static final String PATTERN = "qcs::cam:uin/[0-9]{1,18}::mfa/[A-Za-z0-9]{1,32}";

    /// What a code looks like. The digits are ASCII.
    static final String CODE = "[0-9]{6}";

    private static final Pattern PARTS = Pattern.compile("qcs::cam:uin/([0-9]{1,18})::mfa/([A-Za-z0-9]{1,32})");

    private MfaSerial() {}

    /// @throws Refused with [SessionRefusal.SessionParameterInvalid] when it is no serial number
    static SecondFactor read(String serial, String code) {
        Matcher parts = PARTS.matcher(serial);
        if (!parts.matches()) {
            throw new Refused(new SessionRefusal.SessionParameterInvalid());
        }
        return new SecondFactor(Long.parseLong(parts.group(1)), parts.group(2), Secret.of(code));
    }
}
