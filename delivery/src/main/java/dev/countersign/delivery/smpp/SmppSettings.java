package dev.countersign.delivery.smpp;

import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How one SMPP carrier is reached and spoken to. Each part has defaults of its own, `standard`, which suit most
/// message centres.
///
/// @param endpoint where it listens
/// @param bind who we are, and by how many sessions
/// @param flow how much at a time, and how long to wait
/// @param sender what the person sees as the sender
/// @param wording how texts are written on the wire
public record SmppSettings(Endpoint endpoint, Bind bind, Flow flow, Sender sender, Wording wording) {
    /// Where the message centre listens.
    ///
    /// @param host a name or an address
    /// @param port 2775 for most; TLS has no customary one
    /// @param tls empty for plain TCP
    public record Endpoint(String host, int port, Optional<Tls> tls) {
        /// @throws IllegalArgumentException when the port is none
        public Endpoint {
            require(!host.isBlank(), "the host is missing");
            require(port > 0 && port < 65_536, "the port is not between 1 and 65535");
        }
    }

    /// Whom to trust on the other side.
    ///
    /// @param trusted a file of certificates (PEM); empty for those that the JDK trusts
    /// @param checkName whether the certificate must carry the host's name. Off only for a message centre whose
    ///     certificate carries none, and then only with `trusted`
    public record Tls(Optional<Path> trusted, boolean checkName) {
        /// @throws IllegalArgumentException when neither the name nor the issuer would be checked
        public Tls {
            require(checkName || trusted.isPresent(), "a certificate without its name needs its own trusted file");
        }
    }

    /// Who we are, and by how many sessions.
    ///
    /// @param mode what a session may do
    /// @param sessions how many, 1 to 64
    /// @param systemId at most 15 characters
    /// @param password at most 8 characters by the specification; more are sent all the same, as message centres
    ///     accept them
    /// @param systemType at most 12 characters, usually empty
    public record Bind(Mode mode, int sessions, String systemId, Secret password, String systemType) {
        /// @throws IllegalArgumentException when a part is longer than SMPP 3.4, 5.2 allows
        public Bind {
            require(sessions > 0 && sessions <= 64, "sessions is not between 1 and 64");
            require(systemId.length() <= 15, "the system id has more than 15 characters");
            require(systemType.length() <= 12, "the system type has more than 12 characters");
        }

        /// One transceiver.
        public static Bind standard(String systemId, Secret password) {
            return new Bind(Mode.TRANSCEIVER, 1, systemId, password, "");
        }
    }

    /// What a session may do.
    public enum Mode {
        /// Sends messages and hears receipts by one bind.
        TRANSCEIVER,
        /// Only sends; receipts, if there are any, come another way.
        TRANSMITTER,
        /// A transmitter and a receiver side by side, for message centres that allow no transceiver.
        PAIR
    }

    /// How much at a time, and how long to wait.
    ///
    /// @param window how many messages may wait for their answer at the same time, over all sessions
    /// @param perSecond how many messages (each part counts) a second at the most; 0 for as many as the window lets
    /// @param answerWithin how long the answer to one may take, and a bind; the session is given up when its
    ///     `enquire_link` is not answered within it
    /// @param enquireEvery how long a session may be silent before it is asked whether it lives
    /// @param reconnect how long to wait before a lost session is bound again
    public record Flow(int window, int perSecond, Duration answerWithin, Duration enquireEvery, Reconnect reconnect) {
        /// @throws IllegalArgumentException when a number or a time is out of range
        public Flow {
            require(window > 0 && window <= 10_000, "the window is not between 1 and 10000");
            require(perSecond >= 0, "the rate is negative");
            require(answerWithin.isPositive(), "the time for an answer is not positive");
            require(enquireEvery.isPositive(), "the time between enquiries is not positive");
        }

        /// A window of 10, no rate, 10 s for an answer, an enquiry after 30 s, reconnects after 1 s to 60 s.
        public static Flow standard() {
            return new Flow(
                    10,
                    0,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    new Reconnect(Duration.ofSeconds(1), Duration.ofSeconds(60)));
        }
    }

    /// How long to wait before a lost session is bound again: twice as long each time, with jitter.
    ///
    /// @param first after the first failure
    /// @param most the longest
    public record Reconnect(Duration first, Duration most) {
        /// @throws IllegalArgumentException when one is not positive, or the longest is the shorter
        public Reconnect {
            require(first.isPositive() && most.compareTo(first) >= 0, "the waits before a reconnect are out of order");
        }
    }

    /// What the person sees as the sender, and how numbers are marked.
    ///
    /// @param standard the sender for every number; empty leaves it to the message centre
    /// @param byPrefix senders for numbers that begin with these digits, country code first; the longest wins
    /// @param destinationTon type of number of the destinations: 1 for international (SMPP 3.4, 5.2.5)
    /// @param destinationNpi their numbering plan: 1 for E.164 (5.2.6)
    /// @param plus whether destinations are written with a plus before them
    public record Sender(
            Optional<Source> standard,
            Map<String, Source> byPrefix,
            int destinationTon,
            int destinationNpi,
            boolean plus) {
        /// @throws IllegalArgumentException when a type or plan is no octet
        public Sender {
            byPrefix = Map.copyOf(byPrefix);
            require(octet(destinationTon) && octet(destinationNpi), "a type of number or plan is not 0 to 255");
        }

        /// One sender, whose kind is seen by its form, for every country.
        public static Sender standard(String address) {
            return new Sender(Optional.of(new Source(address, Source.Kind.AUTO)), Map.of(), 1, 1, false);
        }

        /// Who is shown to a number.
        ///
        /// @param digits the number, country code first, without plus
        Optional<Source> to(String digits) {
            for (int length = digits.length(); length > 0; length--) {
                Source found = byPrefix.get(digits.substring(0, length));
                if (found != null) {
                    return Optional.of(found);
                }
            }
            return standard;
        }
    }

    /// How texts are written on the wire, and what is said beside them.
    ///
    /// @param alphabets what the octets of a text are
    /// @param concatenation how the parts of a long text are tied together
    /// @param validity how the message centre is told when a message expires
    /// @param receipts whether receipts are asked for, and how ids are written
    /// @param idTag the tag of a vendor's TLV that carries the message's whole id; `user_message_reference` carries
    ///     16 bits of it in any case
    public record Wording(
            Alphabets alphabets, Concatenation concatenation, Validity validity, Receipts receipts, OptionalInt idTag) {
        /// @throws IllegalArgumentException when the tag is not of 16 bits
        public Wording {
            require(idTag.isEmpty() || (idTag.getAsInt() > 0 && idTag.getAsInt() < 65_536), "a tag is not 1 to 65535");
        }

        /// GSM-7, parts tied by header, a relative validity, receipts with ids as they come, no vendor's tag.
        public static Wording standard() {
            return new Wording(
                    Alphabets.standard(),
                    Concatenation.HEADER,
                    Validity.RELATIVE,
                    Receipts.standard(),
                    OptionalInt.empty());
        }
    }

    /// What the octets of a text are.
    ///
    /// @param alphabet the message centre's default alphabet
    /// @param coding the `data_coding` of it: 0 for most
    /// @param ucs2Coding the `data_coding` of UCS-2: 8 for most
    public record Alphabets(Alphabet alphabet, int coding, int ucs2Coding) {
        /// @throws IllegalArgumentException when a coding is no octet
        public Alphabets {
            require(octet(coding) && octet(ucs2Coding), "a data coding is not 0 to 255");
        }

        /// GSM-7, 0 and 8.
        public static Alphabets standard() {
            return new Alphabets(Alphabet.GSM7, 0, 8);
        }
    }

    /// A message centre's default alphabet.
    public enum Alphabet {
        /// GSM 03.38, one octet a septet.
        GSM7,
        /// ISO 8859-1, which the message centre turns into GSM 03.38.
        LATIN1
    }

    /// How the parts of a long text are tied together.
    public enum Concatenation {
        /// By a user data header with an 8-bit reference (3GPP TS 23.040, 9.2.3.24.1).
        HEADER,
        /// By the TLVs `sar_msg_ref_num`, `sar_total_segments`, `sar_segment_seqnum` (SMPP 3.4, 5.3.2.22 to 24).
        TLV
    }

    /// How the message centre is told when a message expires.
    public enum Validity {
        /// As a span from now, whatever its clock says (SMPP 3.4, 7.1.1).
        RELATIVE,
        /// As a time in UTC.
        ABSOLUTE,
        /// Not at all: it uses its own.
        NONE
    }

    /// Whether receipts are asked for, and how ids are written.
    ///
    /// @param wanted whether they are asked for
    /// @param answered how `submit_sm_resp` and the TLV `receipted_message_id` write ids
    /// @param reported how the text of a receipt writes them; another form than `answered` is turned into the same
    public record Receipts(boolean wanted, IdForm answered, IdForm reported) {
        /// Asked for, with ids as they come.
        public static Receipts standard() {
            return new Receipts(true, IdForm.TEXT, IdForm.TEXT);
        }
    }

    /// How an id is written.
    public enum IdForm {
        /// As it comes: compared character by character.
        TEXT,
        /// A number in hexadecimal digits.
        HEX,
        /// A number in decimal digits.
        DECIMAL
    }

    private static boolean octet(int number) {
        return number >= 0 && number < 256;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
