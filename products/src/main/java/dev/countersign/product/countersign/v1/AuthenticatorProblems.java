package dev.countersign.product.countersign.v1;

/// The problems that several calls about authenticators share.
final class AuthenticatorProblems {
    static final String OWN = "own-principal";
    static final String OWN_TEXT = "Nobody does this for itself: use another administrator's key.";
    static final String NOT_BOUND = "not-bound";
    static final String NOT_BOUND_TEXT = "The user has nothing of this kind.";
    static final String GUARDS = "factor-guards";
    static final String GUARDS_TEXT = "The user's protection demands it: change the protection first.";
    static final String CODE = "code-not-accepted";
    static final String CODE_TEXT = "The code is wrong, expired, used, or was never sent.";
    static final String DEVICE = "device-present";
    static final String DEVICE_TEXT = "The user has a device: its present code, as deviceCode, allows another one.";
    static final String UIN_DOC = "The principal's UIN.";
    static final String UIN_EXAMPLE = "100000000011";
    static final String KIND_UNKNOWN = "authenticator-unknown";
    static final String KIND_UNKNOWN_TEXT = "There is no authenticator of this name.";

    private AuthenticatorProblems() {}
}
