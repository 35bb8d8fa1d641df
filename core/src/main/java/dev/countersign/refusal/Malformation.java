package dev.countersign.refusal;

/// What can be wrong with the form of a request.
public enum Malformation {
    /// The request line, the headers or the framing of the body are none of HTTP/1.1.
    NOT_HTTP,
    /// The body is not JSON although its content type says so; the subject is the content type.
    NOT_JSON,
    /// The body's content type is none that the wire reads; the subject is the content type.
    CONTENT_TYPE,
    /// A pair has no `=`.
    PAIR_NOT_SPLIT,
    /// A pair has no name.
    EMPTY_NAME,
    /// A percent-encoding or the UTF-8 behind it is broken.
    BAD_ENCODING,
    /// A name stands twice; the subject is the name.
    REPEATED,
    /// Array indexes have a gap or don't start at 0; the subject is the name.
    ARRAY_NOT_DENSE,
    /// Nested, long or many beyond what is read; the subject says which.
    TOO_DEEP_OR_MANY
}
