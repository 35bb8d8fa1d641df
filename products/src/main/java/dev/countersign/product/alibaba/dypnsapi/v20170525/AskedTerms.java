package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.verification.Alphabet;
import dev.countersign.verification.CodeShape;
import dev.countersign.verification.Terms;
import dev.countersign.verification.TermsPolicy;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what a call of [SendSmsVerifyCode] asks for in place of the installation's own numbers.
final class AskedTerms {
    private static final long SECONDS_VALID = 300;
    private static final long SECONDS_BETWEEN = 60;

    private AskedTerms() {}

    /// The terms.
    ///
    /// @throws Refused with a [CallRefusal] when a parameter has a value that there is not, or that the
    ///     installation does not permit
    static Terms of(SendSmsVerifyCode.Request request, TermsPolicy policy) {
        long length = Objects.requireNonNullElse(request.codeLength(), (long) policy.usualLength());
        within("CodeLength", length, CodeShape.SHORTEST, CodeShape.LONGEST);
        within("AutoRetry", Objects.requireNonNullElse(request.autoRetry(), 1L), 0, 1);
        CodeShape shape = new CodeShape((int) length, alphabet(request.codeType()));
        Terms terms = new Terms(
                TemplateParam.read(request.templateParam()).content(shape),
                Duration.ofSeconds(Objects.requireNonNullElse(request.validTime(), SECONDS_VALID)),
                Duration.ofSeconds(Objects.requireNonNullElse(request.interval(), SECONDS_BETWEEN)),
                earlier(request.duplicatePolicy()));
        if (!policy.permits(terms) || (request.codeLength() != null && !policy.permits(shape))) {
            throw new Refused(new CallRefusal.ParameterInvalid("CodeLength, ValidTime or Interval"));
        }
        return terms;
    }

    private static Alphabet alphabet(@Nullable Long codeType) {
        return switch (Objects.requireNonNullElse(codeType, 1L).toString()) {
            case "1" -> Alphabet.DIGITS;
            case "2" -> Alphabet.CAPITALS;
            case "3" -> Alphabet.SMALL;
            case "4" -> Alphabet.LETTERS;
            case "5" -> Alphabet.DIGITS_AND_CAPITALS;
            case "6" -> Alphabet.DIGITS_AND_SMALL;
            case "7" -> Alphabet.DIGITS_AND_LETTERS;
            default -> throw new Refused(new CallRefusal.ParameterInvalid("CodeType"));
        };
    }

    private static Terms.Earlier earlier(@Nullable Long duplicatePolicy) {
        long policy = Objects.requireNonNullElse(duplicatePolicy, 1L);
        within("DuplicatePolicy", policy, 1, 2);
        return policy == 1 ? Terms.Earlier.END : Terms.Earlier.STAY;
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new Refused(new CallRefusal.ParameterInvalid(name));
        }
    }
}
