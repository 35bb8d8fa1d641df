package dev.countersign.gateway.action;

import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns neutral values into an action's request record. Vendors answer one problem; which one is fixed: an
/// unknown parameter before a missing one, before a wrong type, before a wrong value.
public final class RecordBinder<Q extends Record> {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    private final RecordShape shape;
    private final Class<Q> type;

    /// @param type the record
    /// @param naming how its components are named on the wire
    public RecordBinder(Class<Q> type, Naming naming) {
        this.shape = RecordShape.of(type, naming);
        this.type = type;
    }

    private enum Rank {
        UNKNOWN,
        MISSING,
        TYPE,
        VALUE
    }

    private record Problem(Rank rank, RuntimeException thrown) {}

    /// Reads a record.
    ///
    /// @param given the parameters
    /// @param ignored names that may stand among them without belonging to the action
    /// @throws Refused with a [CallRefusal] about a parameter
    /// @throws FieldRefused when the field names a code of its own for the problem
    public Q bind(Value.Fields given, Set<String> ignored) {
        List<Problem> problems = new ArrayList<>();
        Record bound = object(shape, given, "", ignored, problems);
        problems.stream().min(Comparator.comparing(Problem::rank)).ifPresent(first -> {
            throw first.thrown();
        });
        return type.cast(Objects.requireNonNull(bound));
    }

    private static @Nullable Record object(
            RecordShape shape, Value.Fields given, String path, Set<String> ignored, List<Problem> problems) {
        for (String name : given.fields().keySet()) {
            if (!ignored.contains(name)
                    && shape.members().stream()
                            .noneMatch(member -> member.name().equals(name))) {
                problems.add(new Problem(Rank.UNKNOWN, new Refused(new CallRefusal.ParameterUnknown(path + name))));
            }
        }
        int before = problems.size();
        @Nullable Object[] arguments = new @Nullable Object[shape.members().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = component(shape.members().get(i), given.fields(), path, problems);
        }
        return problems.size() > before ? null : construct(shape, arguments);
    }

    private static @Nullable Object component(
            Member member, Map<String, Value> given, String path, List<Problem> problems) {
        String name = path + member.name();
        Value value = given.get(member.name());
        boolean empty = value instanceof Value.Text text && text.text().isEmpty();
        if (value == null || value instanceof Value.Nothing || (empty && member.optional())) {
            if (!member.optional()) {
                problems.add(new Problem(Rank.MISSING, new Refused(new CallRefusal.ParameterMissing(name))));
            }
            return null;
        }
        if (!member.list()) {
            return single(member, value, name, problems);
        }
        if (!(value instanceof Value.Items items)) {
            return mistyped(name, RecordShape.Kind.LIST, problems);
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            Object item = single(member, items.items().get(i), name + "." + i, problems);
            if (item != null) {
                all.add(item);
            }
        }
        return List.copyOf(all);
    }

    private static @Nullable Object single(Member member, Value value, String name, List<Problem> problems) {
        return switch (member.kind()) {
            case TEXT ->
                value instanceof Value.Text text
                        ? text(member, text.text(), name, problems)
                        : mistyped(name, member.kind(), problems);
            case WHOLE -> whole(value, name, problems);
            case FLAG -> flag(value, name, problems);
            case OBJECT, LIST ->
                value instanceof Value.Fields fields && member.object() != null
                        ? object(member.object(), fields, name + ".", Set.of(), problems)
                        : mistyped(name, RecordShape.Kind.OBJECT, problems);
        };
    }

    private static @Nullable String text(Member member, String text, String name, List<Problem> problems) {
        Field field = member.field();
        if (text.isEmpty() && !field.whenEmpty().isEmpty()) {
            problems.add(new Problem(Rank.VALUE, new FieldRefused(field.whenEmpty())));
            return null;
        }
        Pattern pattern = member.pattern();
        if (pattern != null && !pattern.matcher(text).matches()) {
            RuntimeException thrown = field.whenMalformed().isEmpty()
                    ? new Refused(new CallRefusal.ParameterInvalid(name))
                    : new FieldRefused(field.whenMalformed());
            problems.add(new Problem(Rank.VALUE, thrown));
            return null;
        }
        return text;
    }

    /// A quoted integer is taken for one: the vendor's own examples send them.
    private static @Nullable Long whole(Value value, String name, List<Problem> problems) {
        String literal = switch (value) {
            case Value.Number number -> number.literal();
            case Value.Text text -> text.text();
            default -> "";
        };
        if (!WHOLE.matcher(literal).matches()) {
            mistyped(name, RecordShape.Kind.WHOLE, problems);
            return null;
        }
        try {
            return Long.valueOf(literal);
        } catch (NumberFormatException beyond64Bits) {
            problems.add(new Problem(Rank.VALUE, new Refused(new CallRefusal.ParameterInvalid(name))));
            return null;
        }
    }

    private static @Nullable Boolean flag(Value value, String name, List<Problem> problems) {
        if (value instanceof Value.Flag flag) {
            return flag.value();
        }
        if (value instanceof Value.Text text && text.loose()) {
            switch (text.text()) {
                case "true", "1" -> {
                    return true;
                }
                case "false", "0" -> {
                    return false;
                }
                default -> {}
            }
        }
        mistyped(name, RecordShape.Kind.FLAG, problems);
        return null;
    }

    private static @Nullable Object mistyped(String name, RecordShape.Kind expected, List<Problem> problems) {
        problems.add(new Problem(Rank.TYPE, new Refused(new CallRefusal.ParameterMistyped(name, expected.word()))));
        return null;
    }

    private static Record construct(RecordShape shape, @Nullable Object[] arguments) {
        try {
            return shape.constructor().newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IllegalStateException("could not make a " + shape.type().getSimpleName(), thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("could not make a " + shape.type().getSimpleName(), impossible);
        }
    }
}
