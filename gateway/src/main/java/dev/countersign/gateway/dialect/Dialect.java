package dev.countersign.gateway.dialect;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Optional;

/// One way of speaking: a vendor's, or our own. It knows no product.
public interface Dialect {
    /// Its name in the registry, metrics and references: `tencent`, `alibaba`, `rest`.
    String name();

    /// Whether the request is in this dialect, however malformed. No two dialects claim one request.
    boolean speaks(Request request);

    /// Reads a call; nothing in it is proven.
    ///
    /// @throws dev.countersign.refusal.Refused with a [CallRefusal]
    Call read(Request request);

    /// The manner of an answer to this request as far as it can be told before the call is read: its
    /// language.
    Manner manner(Request request);

    /// How names of record components look on this wire.
    Naming naming();

    /// Whose calls are counted together within a second.
    Counting counting();

    /// Writes a success.
    Response answer(RequestId id, Success success, Manner manner);

    /// Writes a refusal or a fault.
    Response refuse(RequestId id, ErrorCode code, Manner manner);

    /// Writes a refusal or a fault of a known action; on most wires, as any other.
    default Response refuse(RequestId id, ErrorCode code, Manner manner, String action) {
        return refuse(id, code, manner);
    }

    /// The common code of a refused call.
    ErrorCode common(CallRefusal refusal, RequestId id, Manner manner);

    /// The common code of that name with its usual text, if this wire has it. For faults that a developer
    /// chooses.
    Optional<ErrorCode> named(String code, RequestId id, Manner manner);

    /// Every common code of this wire with its usual text, for the error catalogue.
    List<ErrorCode> commonCodes(Manner manner);

    /// The code of a fault of ours. It says nothing of the cause.
    ErrorCode internal(Manner manner);

    /// Adds the facts of a refusal to an action's code, where this wire has room for them: which limit, when
    /// to retry, how many tries are left. A cloud's wire has none and returns the code as it is.
    ErrorCode detailed(ErrorCode code, Refusal refusal);

    /// The wording of an action's code in the manner's language; the given English text when there is no
    /// other.
    String wording(String code, String english, Manner manner);

    /// What an action answered.
    ///
    /// @param action the action's name
    /// @param status the HTTP status that the action publishes; a dialect that has only one ignores it
    /// @param response its answer
    record Success(String action, int status, Value.Fields response) {}

    /// Whose calls are counted together.
    enum Counting {
        /// Those of one principal.
        PRINCIPAL,
        /// Those of a whole tenant, over all its keys.
        ACCOUNT
    }

    /// How an answer is to be worded.
    ///
    /// @param language `en-US` or `zh-CN`
    /// @param form the dialect's own word for how the body is written; empty in a dialect that has one way
    /// @param host the host that was asked, as sent; empty in a dialect whose answers don't repeat it
    record Manner(String language, String form, String host) {
        /// Of a dialect whose answers differ in language alone.
        public Manner(String language) {
            this(language, "", "");
        }

        /// English.
        public static final Manner ENGLISH = new Manner("en-US");

        /// Whether the answer is in Chinese.
        public boolean chinese() {
            return language.startsWith("zh");
        }
    }
}
