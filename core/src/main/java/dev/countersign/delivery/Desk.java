package dev.countersign.delivery;

import java.util.function.Supplier;

/// All that decides how a message leaves. Routes and templates may be others each time they are asked for.
///
/// @param routes which carriers there are
/// @param templates what messages say
/// @param drains which carriers get none
/// @param shares how messages are shared out
/// @param lanes what is under way
public record Desk(Supplier<Routes> routes, Supplier<Templates> templates, Drains drains, Shares shares, Lanes lanes) {}
