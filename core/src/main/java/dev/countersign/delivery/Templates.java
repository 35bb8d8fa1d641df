package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.verification.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// Writes messages. English and Chinese; every other locale falls back to English.
public final class Templates {
    /// The sender's name.
    public static final String SENDER = "Countersign";

    private static final Map<String, String> ENGLISH = Map.of(
            "registration", "%s is your code to register an account. It is valid for %d minutes. Never share it.",
            "migration", "%s is your code to migrate this phone number. It is valid for %d minutes. Never share it.",
            "number-registration",
                    "%s is your code to add this phone number. It is valid for %d minutes. Never share it.",
            "login", "%s is your code to log in. It is valid for %d minutes. Never share it.",
            "operation", "%s is your code to confirm an operation. It is valid for %d minutes. Never share it.",
            "enrolment", "%s is your code to set up verification. It is valid for %d minutes. Never share it.");
    private static final String ENGLISH_OTHER =
            "%s is your verification code. It is valid for %d minutes. Never share it.";

    private static final Map<String, String> CHINESE = Map.of(
            "registration", "%s 是您注册账号的验证码，%d 分钟内有效，请勿告诉他人。",
            "migration", "%s 是您迁移此号码的验证码，%d 分钟内有效，请勿告诉他人。",
            "number-registration", "%s 是您添加此号码的验证码，%d 分钟内有效，请勿告诉他人。",
            "login", "%s 是您的登录验证码，%d 分钟内有效，请勿告诉他人。",
            "operation", "%s 是您确认操作的验证码，%d 分钟内有效，请勿告诉他人。",
            "enrolment", "%s 是您设置验证方式的验证码，%d 分钟内有效，请勿告诉他人。");
    private static final String CHINESE_OTHER = "%s 是您的验证码，%d 分钟内有效，请勿告诉他人。";

    /// No message says more than this after its sentence; who has it said keeps below.
    private static final int LONGEST_DETAILS = 400;

    private Templates() {}

    /// Writes a due message out.
    ///
    /// @param now tells how many minutes the code is still valid
    public static Message write(DueMessage due, Instant now) {
        boolean chinese = due.locale().toLowerCase(Locale.ROOT).startsWith("zh");
        String text = due.code()
                .map(code -> coded(due, code, chinese, now))
                .orElseGet(() -> notice(Notice.Kind.of(due.purpose()), chinese));
        return new Message(
                due.id(), due.tenant(), due.channel(), SENDER, due.to(), text, due.code(), due.purpose(), due.locale());
    }

    private static String notice(Notice.Kind kind, boolean chinese) {
        return switch (kind) {
            case CHANGED ->
                chinese
                        ? "您账号绑定的号码或邮箱已被管理员更改。如非预期，请联系管理员。"
                        : "The number or address of your account was changed by an administrator. If you did not expect"
                                + " this, ask your administrator.";
            case REPLACED ->
                chinese
                        ? "您账号绑定的号码或邮箱已更换。如非本人操作，请立即联系管理员。"
                        : "The number or address of your account was replaced by another. If this was not you, tell your"
                                + " administrator at once.";
            case WITHDRAWN ->
                chinese
                        ? "管理员已移除您账号的一种验证方式。如非预期，请联系管理员。"
                        : "A way to verify your account was removed by an administrator. If you did not expect this,"
                                + " ask your administrator.";
        };
    }

    private static String coded(DueMessage due, Code code, boolean chinese, Instant now) {
        String template = chinese
                ? CHINESE.getOrDefault(due.purpose(), CHINESE_OTHER)
                : ENGLISH.getOrDefault(due.purpose(), ENGLISH_OTHER);
        long minutes = Math.max(
                1, Duration.between(now, due.expiresAt()).plusSeconds(30).toMinutes());
        String digits = code.secret().reveal();
        String spoken = due.channel() == Channel.VOICE ? String.join(" ", digits.split("")) : digits;
        return String.format(Locale.ROOT, template, spoken, minutes) + details(due, chinese);
    }

    /// What the code confirms, so that a person sees a changed amount or payee.
    private static String details(DueMessage due, boolean chinese) {
        if (due.details().isEmpty()) {
            return "";
        }
        if (due.details().length() > LONGEST_DETAILS) {
            throw new IllegalArgumentException("a message says at most " + LONGEST_DETAILS + " characters more");
        }
        return (chinese ? "操作内容：" : " It confirms: ") + due.details();
    }
}
