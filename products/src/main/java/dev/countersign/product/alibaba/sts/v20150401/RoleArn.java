package dev.countersign.product.alibaba.sts.v20150401;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the vendor names a role: `acs:ram::<account>:role/<name>`.
///
/// @param account the account whose role it is
/// @param name its name
record RoleArn(String account, String name) {
    /// What it looks like.
    static final String PATTERN = "acs:ram::[0-9]{1,20}:role/[\\w+=,.@-]{1,128}";

    private static final Pattern PARTS = Pattern.compile("acs:ram::([0-9]{1,20}):role/([\\w+=,.@-]{1,128})");

    static Optional<RoleArn> read(String arn) {
        Matcher parts = PARTS.matcher(arn);
        return parts.matches() ? Optional.of(new RoleArn(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
