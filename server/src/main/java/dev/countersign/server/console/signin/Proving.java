package dev.countersign.server.console.signin;

import dev.countersign.signin.NewPasswords;
import dev.countersign.signin.SignIns;

/// What the steps of a sign-in are proven by.
///
/// @param signIns compares passwords
/// @param factor asks for what comes after
/// @param newPasswords replaces passwords that somebody else chose
public record Proving(SignIns signIns, SecondFactor factor, NewPasswords newPasswords) {}
