package dev.countersign.product.tencent.sts.v20180813;

import dev.countersign.sts.AssumableRoles.RoleName;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the vendor names a role: `qcs::cam::uin/<root>:roleName/<name>` or `…:role/<id>`.
///
/// @param tenant the UIN of the root whose role it is
/// @param name which role
record RoleArn(long tenant, RoleName name) {
    /// What it looks like.
    static final String PATTERN = "qcs::cam::uin/[0-9]{1,18}:(roleName/[\\w+=,.@-]{1,128}|role/[1-9][0-9]{0,18})";

    private static final Pattern PARTS =
            Pattern.compile("qcs::cam::uin/([0-9]{1,18}):(?:roleName/([\\w+=,.@-]{1,128})|role/([1-9][0-9]{0,18}))");

    static Optional<RoleArn> read(String arn) {
        Matcher parts = PARTS.matcher(arn);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(2);
        return Optional.of(new RoleArn(
                Long.parseLong(parts.group(1)),
                name == null ? new RoleName.Numbered(id(parts.group(3))) : new RoleName.Named(name)));
    }

    /// An id beyond 64 bits is that of no role.
    private static long id(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }
}
