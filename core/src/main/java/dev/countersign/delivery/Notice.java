package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.value.Cause;
import java.time.Duration;

/// A notice tells somebody what happened. It carries no code, answers no demand, and no ceiling on sends counts
/// it: who changes a number can't be made quiet by a flood of codes.
///
/// @param tenant whose it is
/// @param principal whom it is about
/// @param to where it goes
/// @param kind what it says
/// @param locale the language
/// @param cause the call that did what it tells of
public record Notice(long tenant, long principal, Destination to, Kind kind, String locale, Cause cause) {
    /// How long a carrier is tried.
    public static final Duration LIFETIME = Duration.ofHours(24);

    /// What a notice says.
    public enum Kind {
        /// An administrator has put another number or address in the place of this one.
        CHANGED("notice-changed"),
        /// The principal has put another number or address in the place of this one, and has proven itself.
        REPLACED("notice-replaced"),
        /// An administrator has taken a number, an address or another authenticator away.
        WITHDRAWN("notice-withdrawn");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word that stands where a message with a code has its purpose.
        public String word() {
            return word;
        }

        /// The kind of that word.
        ///
        /// @throws IllegalArgumentException when there is none
        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no notice is called " + word);
        }
    }

    /// How it travels.
    public Channel channel() {
        return switch (to) {
            case PhoneNumber phone -> Channel.SMS;
            case MailAddress mail -> Channel.EMAIL;
        };
    }
}
