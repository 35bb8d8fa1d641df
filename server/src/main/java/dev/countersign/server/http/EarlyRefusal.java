package dev.countersign.server.http;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;

/// Words the refusal of what never became a request: a line that is no request line, a flood of headers, a body
/// with broken framing. An SDK must be able to read it, so a dialect's knowledge is asked for through this
/// interface, and this package knows none.
@FunctionalInterface
public interface EarlyRefusal {
    /// The answer.
    ///
    /// @param reason what was wrong
    /// @param seen the request as far as it was read
    Response refuse(Reason reason, Request seen);

    /// Short plain text with the status that HTTP has for it.
    static EarlyRefusal plain() {
        return (reason, seen) ->
                Response.of(reason.status(), "text/plain; charset=utf-8", Bytes.utf8(reason.text() + "\n"));
    }

    /// What was wrong.
    enum Reason {
        /// No HTTP request, or one whose framing can't be trusted.
        MALFORMED(400, "This is not a well-formed HTTP/1.1 request."),
        /// Nobody serves this path.
        NOTHING_HERE(404, "Nothing is served at this path."),
        /// The request line is too long.
        LINE_TOO_LONG(414, "The request line is too long."),
        /// The headers are too large together.
        HEADERS_TOO_LARGE(431, "The request headers are too large."),
        /// A protocol version that is not spoken here.
        VERSION(505, "This port speaks HTTP/1.1."),
        /// No place became free in time.
        BUSY(503, "The server is busy. Please try again."),
        /// Something of ours failed.
        FAULT(500, "An internal error occurred.");

        private final int status;
        private final String text;

        Reason(int status, String text) {
            this.status = status;
            this.text = text;
        }

        /// The status that HTTP has for it.
        public int status() {
            return status;
        }

        /// A sentence for a person. It never holds anything that was sent.
        public String text() {
            return text;
        }
    }
}
