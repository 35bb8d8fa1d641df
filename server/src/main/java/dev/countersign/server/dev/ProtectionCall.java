package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.Protection;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.Protections;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import dev.countersign.server.dev.exchange.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `/dev/protection`: PUT sets the halves of a principal of tenant `dev` to any method or none, whatever the tenant
/// forces; a half that is left out stays. GET lists who was ever set.
public final class ProtectionCall implements DevCall {
    private static final int MOST_LISTED = 1000;
    private static final List<String> WORDS = Stream.concat(
                    Stream.of(Choice.NONE), Stream.of(Method.values()).map(Method::word))
            .toList();

    private final Protections protections;

    /// @param protections tells and changes what guards principals
    public ProtectionCall(Protections protections) {
        this.protections = protections;
    }

    @Override
    public String path() {
        return "/dev/protection";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::list, "PUT", this::put);
    }

    private Value list(Asked asked) {
        asked.query();
        return new Value.Items(protections.list(DevWorld.DEV, MOST_LISTED).entrySet().stream()
                .<Value>map(one -> written(one.getKey(), one.getValue()))
                .toList());
    }

    private Value put(Asked asked) {
        Members wanted = asked.members("uin", "login", "operation");
        long uin = wanted.whole("uin").orElseThrow(() -> wanted.missing("uin", "100000000011"));
        ProtectionChange change = ProtectionChange.of(choice(wanted, "login"), choice(wanted, "operation"));
        return written(uin, protections.place(DevWorld.DEV, uin, change));
    }

    private static Choice choice(Members wanted, String half) {
        return wanted.text(half).map(word -> choice(half, word)).orElseGet(Choice::keep);
    }

    private static Choice choice(String half, String word) {
        if (!WORDS.contains(word)) {
            throw Declined.malformed("\"" + half + "\" can't be \"" + word + "\": " + Nearest.hint(word, WORDS));
        }
        return Method.of(word).map(Choice::of).orElseGet(Choice::none);
    }

    private static Value.Fields written(long uin, Protection protection) {
        return Value.Fields.none()
                .plus("uin", Value.number(uin))
                .plus("login", word(protection.login()))
                .plus("operation", word(protection.operation()));
    }

    private static Value word(Optional<Method> half) {
        return Value.text(half.map(Method::word).orElse(Choice.NONE));
    }
}
