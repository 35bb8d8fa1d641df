package dev.countersign.delivery.template;

import dev.countersign.delivery.DueMessage;
import dev.countersign.destination.Channel;
import java.util.List;
import java.util.Optional;

/// Which messages a template is for. What is empty is every one.
///
/// @param tenant whose
/// @param purpose why they are sent, as [DueMessage] names it
/// @param channel how they travel
/// @param locale in which language; a language alone, `pt`, serves all its locales
public record Scope(
        Optional<Long> tenant, Optional<String> purpose, Optional<Channel> channel, Optional<String> locale) {
    /// Every message.
    public static final Scope ALL = new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// @throws IllegalArgumentException when the locale is none
    public Scope {
        if (locale.isPresent() && !Locales.wellFormed(locale.get())) {
            throw new IllegalArgumentException("the locale must look like en, pt_BR or zh-Hant");
        }
    }

    /// Whether it is for such a message.
    ///
    /// @param locales those that serve it
    boolean holds(DueMessage due, List<String> locales) {
        return tenant.map(one -> one == due.tenant()).orElse(true)
                && purpose.map(one -> one.equals(due.purpose())).orElse(true)
                && channel.map(one -> one == due.channel()).orElse(true)
                && locale.map(one -> locales.contains(Locales.small(one))).orElse(true);
    }

    /// How well it fits: the less the better. The tenant counts before the purpose, that before the channel,
    /// that before the locale.
    int distance(List<String> locales) {
        int steps = locale.map(one -> locales.indexOf(Locales.small(one))).orElse(locales.size());
        return ((tenant.isPresent() ? 0 : 4) + (purpose.isPresent() ? 0 : 2) + (channel.isPresent() ? 0 : 1)) * 100
                + steps;
    }

    /// Whether another one is for exactly the same messages.
    public boolean same(Scope other) {
        return tenant.equals(other.tenant)
                && purpose.equals(other.purpose)
                && channel.equals(other.channel)
                && locale.map(Locales::small).equals(other.locale.map(Locales::small));
    }
}
