package dev.countersign.delivery;

import dev.countersign.verification.MessageLanguage;
import java.util.Map;
import java.util.Objects;

/// What messages say in one language. In each text `%s` is the code and `%d` the minutes that it is still valid.
///
/// @param purposes a text for each purpose of ours
/// @param other the text for the purposes that a tenant invents
/// @param notices what each notice says
/// @param details what stands before the fields of an operation
record Wording(Map<String, String> purposes, String other, Map<Notice.Kind, String> notices, String details) {
    private static final Wording ENGLISH = new Wording(
            Map.of(
                    "registration", english("register an account"),
                    "migration", english("migrate this phone number"),
                    "number-registration", english("add this phone number"),
                    "login", english("log in"),
                    "operation", english("confirm an operation"),
                    "enrolment", english("set up verification")),
            "%s is your verification code. It is valid for %d minutes. Never share it.",
            Map.of(
                    Notice.Kind.CHANGED,
                    "The number or address of your account was changed by an administrator. If you did not expect"
                            + " this, ask your administrator.",
                    Notice.Kind.REPLACED,
                    "The number or address of your account was replaced by another. If this was not you, tell your"
                            + " administrator at once.",
                    Notice.Kind.WITHDRAWN,
                    "A way to verify your account was removed by an administrator. If you did not expect this,"
                            + " ask your administrator."),
            " It confirms: ");

    private static final Wording SIMPLIFIED = new Wording(
            Map.of(
                    "registration", simplified("您注册账号的"),
                    "migration", simplified("您迁移此号码的"),
                    "number-registration", simplified("您添加此号码的"),
                    "login", simplified("您的登录"),
                    "operation", simplified("您确认操作的"),
                    "enrolment", simplified("您设置验证方式的")),
            simplified("您的"),
            Map.of(
                    Notice.Kind.CHANGED,
                    "您账号绑定的号码或邮箱已被管理员更改。如非预期，请联系管理员。",
                    Notice.Kind.REPLACED,
                    "您账号绑定的号码或邮箱已更换。如非本人操作，请立即联系管理员。",
                    Notice.Kind.WITHDRAWN,
                    "管理员已移除您账号的一种验证方式。如非预期，请联系管理员。"),
            "操作内容：");

    private static final Wording TRADITIONAL = new Wording(
            Map.of(
                    "registration", traditional("您註冊帳號的"),
                    "migration", traditional("您移轉此號碼的"),
                    "number-registration", traditional("您新增此號碼的"),
                    "login", traditional("您的登入"),
                    "operation", traditional("您確認操作的"),
                    "enrolment", traditional("您設定驗證方式的")),
            traditional("您的"),
            Map.of(
                    Notice.Kind.CHANGED,
                    "您帳號綁定的號碼或信箱已被管理員變更。如非預期，請聯絡管理員。",
                    Notice.Kind.REPLACED,
                    "您帳號綁定的號碼或信箱已更換。如非本人操作，請立即聯絡管理員。",
                    Notice.Kind.WITHDRAWN,
                    "管理員已移除您帳號的一種驗證方式。如非預期，請聯絡管理員。"),
            "操作內容：");

    private static final Wording INDONESIAN = new Wording(
            Map.of(
                    "registration", indonesian("kode Anda untuk mendaftarkan akun"),
                    "migration", indonesian("kode Anda untuk memindahkan nomor telepon ini"),
                    "number-registration", indonesian("kode Anda untuk menambahkan nomor telepon ini"),
                    "login", indonesian("kode Anda untuk masuk"),
                    "operation", indonesian("kode Anda untuk mengonfirmasi tindakan"),
                    "enrolment", indonesian("kode Anda untuk menyiapkan verifikasi")),
            indonesian("kode verifikasi Anda"),
            Map.of(
                    Notice.Kind.CHANGED,
                    "Nomor atau alamat akun Anda telah diubah oleh administrator. Jika Anda tidak menduganya, hubungi"
                            + " administrator Anda.",
                    Notice.Kind.REPLACED,
                    "Nomor atau alamat akun Anda telah diganti dengan yang lain. Jika ini bukan Anda, segera hubungi"
                            + " administrator Anda.",
                    Notice.Kind.WITHDRAWN,
                    "Salah satu cara verifikasi akun Anda telah dihapus oleh administrator. Jika Anda tidak menduganya,"
                            + " hubungi administrator."),
            " Kode ini mengonfirmasi: ");

    static Wording in(MessageLanguage language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case SIMPLIFIED_CHINESE -> SIMPLIFIED;
            case TRADITIONAL_CHINESE -> TRADITIONAL;
            case INDONESIAN -> INDONESIAN;
        };
    }

    /// The text for a purpose.
    String text(String purpose) {
        return purposes.getOrDefault(purpose, other);
    }

    /// What a notice says.
    String notice(Notice.Kind kind) {
        return Objects.requireNonNull(notices.get(kind), kind::word);
    }

    private static String english(String doing) {
        return "%s is your code to " + doing + ". It is valid for %d minutes. Never share it.";
    }

    private static String simplified(String whose) {
        return "%s 是" + whose + "验证码，%d 分钟内有效，请勿告诉他人。";
    }

    private static String traditional(String whose) {
        return "%s 是" + whose + "驗證碼，%d 分鐘內有效，請勿告訴他人。";
    }

    private static String indonesian(String what) {
        return "%s adalah " + what + ". Berlaku selama %d menit. Jangan berikan kepada siapa pun.";
    }
}
