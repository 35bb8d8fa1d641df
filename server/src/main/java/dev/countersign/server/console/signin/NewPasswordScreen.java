package dev.countersign.server.console.signin;

/// The page to choose another password on.
///
/// @param uin whose it is, for the browser's own keeper of passwords
/// @param wrong what is wrong with the new one; empty for nothing
/// @param wrongAgain what is wrong with its repetition; empty for nothing
/// @param said what is said above the form; empty for nothing
public record NewPasswordScreen(long uin, String wrong, String wrongAgain, String said) {}
