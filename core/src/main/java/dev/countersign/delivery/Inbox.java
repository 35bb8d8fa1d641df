package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.value.Cause;
import dev.countersign.value.Secret;
import dev.countersign.verification.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The inbox keeps messages instead of sending them: where a developer reads the codes. The newest 1,000,000,
/// sealed.
public interface Inbox {
    /// How many messages are kept at the most.
    int CAPACITY = 1_000_000;

    /// Keeps a message, once per message id.
    ///
    /// @return false when it was there already
    boolean keep(Message message, Instant now);

    /// Messages, newest first.
    ///
    /// @param query what to look for
    List<Kept> find(Query query);

    /// The message of this id.
    Optional<Kept> read(String id);

    /// Whether a message of this id is kept.
    boolean holds(String id);

    /// The verifications that messages belong to, by the message's id. A notice belongs to none, and what is deleted
    /// is not there.
    ///
    /// @param ids of messages, some tens at the most
    Map<String, Origin> origins(Set<String> ids);

    /// Forgets all messages.
    void clear();

    /// What to look for.
    ///
    /// @param to digits of a phone number without plus, or an address
    /// @param after only messages that came after the one of this id
    /// @param most how many at the most
    record Query(Optional<String> to, Optional<Channel> channel, Optional<String> after, int most) {}

    /// A message that was kept.
    ///
    /// @param code the code alone; empty for a notice
    /// @param locale the locale that was asked for
    /// @param language the language that it is written in
    /// @param mail what only a mail has; empty for other channels
    /// @param ties what it belongs to
    record Kept(
            String id,
            Secret to,
            Channel channel,
            String from,
            Secret text,
            Secret code,
            String purpose,
            String locale,
            String language,
            Instant createdAt,
            Optional<Mail> mail,
            Ties ties) {}

    /// What a mail has beside its text.
    ///
    /// @param subject its subject
    /// @param html its second form, a whole document; empty for none
    record Mail(Secret subject, Optional<Secret> html) {}

    /// What a message belongs to, as long as the record of its send is kept.
    ///
    /// @param verification the id of its verification, which may be deleted by now; empty for a notice
    /// @param cause the call that it was sent for
    record Ties(Optional<String> verification, Optional<Cause> cause) {
        /// Belonging to nothing that is known.
        public static final Ties NONE = new Ties(Optional.empty(), Optional.empty());
    }

    /// The verification that a message belongs to.
    ///
    /// @param verification its id
    /// @param status where it stands; what nobody looked at since it ended may still be called pending
    /// @param expiresAt when its code ends
    /// @param triesLeft how many wrong codes it still bears
    record Origin(String verification, Verification.Status status, Instant expiresAt, int triesLeft) {
        /// Where it stands at a time.
        public Verification.Status at(Instant now) {
            return status == Verification.Status.PENDING && !now.isBefore(expiresAt)
                    ? Verification.Status.EXPIRED
                    : status;
        }
    }
}
