package dev.countersign.refusal;

/// The code is wrong, expired, used, never sent, or nothing is compared just now. The cases look alike on
/// purpose: which one it was helps only a guesser.
///
/// @param triesLeft how many wrong codes the verification still bears; 0 when there is no live code
public record CodeNotAccepted(int triesLeft) implements CheckRefusal, RegistrationRefusal, SessionRefusal {}
