package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.dialect.ErrorCode.Kind;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.refusal.SpaceRefusal;
import dev.countersign.refusal.SpaceUnknown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The codes that the actions of this product share. The first four are on each action's page, with these texts; the
/// others are ours.
final class CamsCodes {
    /// What a parameter that is no number is answered with.
    static final String PHONE_INVALID = "InvalidParameter.PhoneNumber";

    /// What another method than `sms` and `voice` is answered with.
    static final String METHOD_INVALID = "InvalidParameter.Method";

    private static final String LIMITED = "System.LimitControl";
    private static final String LIMITED_TEXT = "The system is under flow control.";
    private static final String NOT_YOURS = "Unknown.ResourceOwnerId";
    private static final String NOT_YOURS_TEXT = "The resource does not belong to the current user.";
    private static final String STATUS = "PhoneNumber.StatusInvalid";

    /// Sent by every call that is refused before it comes to the action.
    private static final List<PublishedCode> CALL = List.of(
            common("Product.Unsubscript", "You have not subscribed to the specified product."),
            common("Ram.PermissionDeny", "You are not authorized to perform the operation."));

    private static final PublishedCode FLOW = common(LIMITED, LIMITED_TEXT);

    private static final List<PublishedCode> PHONE = List.of(
            code(DestinationInvalid.class, PHONE_INVALID, "The specified phone number is not valid."),
            code(SpaceUnknown.class, NOT_YOURS, NOT_YOURS_TEXT),
            code(
                    NumberRefusal.NumberUnknown.class,
                    "PhoneNumber.NotFound",
                    "The phone number has not been added to the space."),
            code(
                    NumberRefusal.OutOfOrder.class,
                    STATUS,
                    "The status of the phone number does not allow the operation."),
            code(
                    NumberRefusal.NumberTaken.class,
                    STATUS,
                    "The phone number is connected in another space, and this operation does not move it."),
            code(
                    NumberRefusal.WabaNotBound.class,
                    STATUS,
                    "No approved WhatsApp Business account is bound to the space."),
            code(NumberRefusal.NumbersReached.class, STATUS, "The space has as many phone numbers as it may have."));

    /// Of a call that only reads spaces.
    static final List<PublishedCode> READING =
            all(Stream.of(CALL, List.of(FLOW, code(SpaceUnknown.class, NOT_YOURS, NOT_YOURS_TEXT))));

    /// Of a call about a number.
    static final List<PublishedCode> NUMBER = all(Stream.of(CALL, List.of(FLOW), PHONE));

    /// Of a call that compares a code.
    static final List<PublishedCode> CHECKING = all(Stream.of(
            NUMBER,
            List.of(code(
                    CodeNotAccepted.class,
                    "VerifyCode.Invalid",
                    "The verification code is wrong, expired, used, or was never sent."))));

    /// Of a call that sends a code. The per-number limits are the product's own, so that they are answered as the
    /// page has it whatever answers too many calls a second.
    static final List<PublishedCode> SENDING = all(Stream.of(
            CALL,
            List.of(
                    limit(SendRefusal.ResendTooSoon.class),
                    limit(SendRefusal.SendQuotaSpent.class),
                    limit(AccountsPerNumberReached.class)),
            PHONE,
            List.of(
                    code(SendRefusal.PrincipalUnknown.class, NOT_YOURS, NOT_YOURS_TEXT),
                    own(METHOD_INVALID, "The specified method is neither sms nor voice."),
                    code(
                            SendRefusal.ChannelNotServed.class,
                            "Method.NotServed",
                            "No carrier serves the specified method here."),
                    code(AreaNotServed.class, "PhoneNumber.NotServed", "Codes are not sent to this country."))));

    /// Of a call that binds a business account.
    static final List<PublishedCode> BINDING = all(Stream.of(
            CALL,
            List.of(
                    FLOW,
                    code(SpaceUnknown.class, NOT_YOURS, NOT_YOURS_TEXT),
                    code(SpaceRefusal.WabaTaken.class, NOT_YOURS, NOT_YOURS_TEXT),
                    code(
                            SpaceRefusal.WabaInvalid.class,
                            "InvalidParameter.WabaId",
                            "The specified WABA id is not 1 to 64 letters, digits, hyphens and underscores."),
                    code(
                            SpaceRefusal.SpacesReached.class,
                            "CustSpace.LimitReached",
                            "The account has as many spaces as it may have."))));

    private CamsCodes() {}

    private static PublishedCode own(String code, String text) {
        return new PublishedCode(code, text, 400, Kind.REFUSAL, Optional.empty(), true);
    }

    private static PublishedCode common(String code, String text) {
        return new PublishedCode(code, text, 400, Kind.REFUSAL, Optional.empty(), false);
    }

    private static PublishedCode code(Class<? extends Refusal> refusal, String code, String text) {
        return new PublishedCode(code, text, 400, Kind.REFUSAL, Optional.of(refusal), true);
    }

    private static PublishedCode limit(Class<? extends Refusal> refusal) {
        return new PublishedCode(LIMITED, LIMITED_TEXT, 400, Kind.THROTTLE, Optional.of(refusal), true);
    }

    private static List<PublishedCode> all(Stream<List<PublishedCode>> lists) {
        return lists.flatMap(List::stream).toList();
    }
}
