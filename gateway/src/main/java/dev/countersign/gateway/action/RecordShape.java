package dev.countersign.gateway.action;

import dev.countersign.gateway.dialect.Naming;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The shape of a request or response record, read by reflection once at boot.
///
/// @param type the record
/// @param constructor its canonical constructor
/// @param members its components in order
public record RecordShape(
        Class<? extends Record> type, Constructor<? extends Record> constructor, List<Member> members) {
    /// The types that a component may have.
    public enum Kind {
        /// `String`
        TEXT("string"),
        /// `long` or `Long`
        WHOLE("integer"),
        /// `boolean` or `Boolean`
        FLAG("boolean"),
        /// another record
        OBJECT("object"),
        /// `List` of any of these
        LIST("array");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The published type word.
        public String word() {
            return word;
        }
    }

    /// One component.
    ///
    /// @param name its name on the wire
    /// @param field what is published about it
    /// @param kind its type, or the type of its items when `list`
    /// @param list whether it is a list
    /// @param optional whether it may be absent
    /// @param pattern what a text must match; null for anything
    /// @param object the shape of the record, when it is one
    /// @param accessor reads it
    public record Member(
            String name,
            Field field,
            Kind kind,
            boolean list,
            boolean optional,
            @Nullable Pattern pattern,
            @Nullable RecordShape object,
            Method accessor) {
        /// The published type word, with the items' for a list.
        public String typeWord() {
            String item = object == null ? kind.word() : object.type().getSimpleName();
            return list ? "array of " + item : item;
        }
    }

    /// Reads a record's shape.
    ///
    /// @throws IllegalStateException when a component has no [Field] or a type that no wire has
    public static RecordShape of(Class<? extends Record> type, Naming naming) {
        RecordComponent[] components = type.getRecordComponents();
        List<Member> members =
                Arrays.stream(components).map(c -> member(type, c, naming)).toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordShape(type, constructor, members);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("a record without canonical constructor: " + type, impossible);
        }
    }

    private static Member member(Class<?> owner, RecordComponent component, Naming naming) {
        Field field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalStateException(owner.getName() + "." + component.getName() + " has no @Field");
        }
        boolean list = component.getType() == List.class;
        Type item = list
                ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        Kind kind = kind(owner, component, item);
        component.getAccessor().setAccessible(true);
        return new Member(
                field.name().isEmpty() ? naming.of(component.getName()) : field.name(),
                field,
                kind,
                list,
                nullable(component),
                field.pattern().isEmpty() ? null : Pattern.compile(field.pattern()),
                kind == Kind.OBJECT ? of(((Class<?>) item).asSubclass(Record.class), naming) : null,
                component.getAccessor());
    }

    private static Kind kind(Class<?> owner, RecordComponent component, Type item) {
        if (item == String.class) {
            return Kind.TEXT;
        }
        if (item == long.class || item == Long.class) {
            return Kind.WHOLE;
        }
        if (item == boolean.class || item == Boolean.class) {
            return Kind.FLAG;
        }
        if (item instanceof Class<?> type && type.isRecord()) {
            return Kind.OBJECT;
        }
        throw new IllegalStateException(
                owner.getName() + "." + component.getName() + " has a type that no wire has: " + item);
    }

    private static boolean nullable(RecordComponent component) {
        for (Annotation annotation : component.getAnnotatedType().getAnnotations()) {
            if (annotation.annotationType() == Nullable.class) {
                return true;
            }
        }
        return false;
    }
}
