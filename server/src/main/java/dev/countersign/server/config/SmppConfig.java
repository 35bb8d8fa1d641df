package dev.countersign.server.config;

import dev.countersign.delivery.smpp.SmppSettings;
import dev.countersign.delivery.smpp.SmppSettings.Alphabet;
import dev.countersign.delivery.smpp.SmppSettings.Concatenation;
import dev.countersign.delivery.smpp.SmppSettings.IdForm;
import dev.countersign.delivery.smpp.SmppSettings.Mode;
import dev.countersign.delivery.smpp.SmppSettings.Validity;
import dev.countersign.delivery.smpp.Source;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// A message centre that is spoken to in SMPP 3.4; [SmppSettings] says what each value means.
@Area(value = "smpp", doc = "A message centre that is spoken to in SMPP 3.4.") public record SmppConfig(
        @Key(doc = "The message centre's name or address.", example = "smsc.example.com", required = true)
        String host,

        @Key(doc = "Its port.", example = "2776") int port,

        @Key(doc = "On to speak TLS.", example = "on") boolean tls,

        @Key(
                doc = "PEM file of the certificates that are trusted. By default those that Java trusts.",
                example = "/etc/countersign/smsc-ca.pem")
        Optional<Path> tlsTrusted,

        @Key(doc = "Whether its certificate must bear `host`. Off only together with `tls-trusted`.", example = "off")
        boolean tlsCheckName,

        @Key(doc = "How it is bound: one bind for both ways, only sending, or a bind for each way.", example = "pair")
        Mode mode,

        @Key(doc = "How many sessions are kept: 1 to 64.", example = "2")
        int sessions,

        @Key(doc = "Who we are: at most 15 characters.", example = "acme", required = true)
        String systemId,

        @Key(doc = "Where the password is.", example = "env:SMSC_PASSWORD", required = true)
        SecretReference password,

        @Key(doc = "The system type, when it asks for one: at most 12 characters.", example = "VMA")
        Optional<String> systemType,

        @Key(doc = "How many messages may wait for their answer at the same time, over all sessions.", example = "50")
        int window,

        @Key(doc = "How long an answer may take.", example = "5s")
        Duration answerWithin,

        @Key(doc = "How long a session may be silent before it is asked whether it lives.", example = "15s")
        Duration enquireEvery,

        @Key(
                doc = "How long to wait before a lost session is bound again; each further wait is twice as long.",
                example = "500ms")
        Duration reconnectFirst,

        @Key(doc = "What those waits grow to.", example = "2m")
        Duration reconnectMost,

        @Key(
                doc =
                        "What people see as the sender: a name of up to 11 characters, a short code or a number. By default the"
                                + " message centre decides.",
                example = "Acme")
        Optional<String> sender,

        @Key(
                doc = "Other senders for numbers that begin with these digits; the longest wins.",
                example = "{\"1\": \"+18885550100\", \"852\": \"ACME\"}")
        Map<String, String> senderByPrefix,

        @Key(doc = "Type of number of destinations, 0 to 255.", example = "1")
        int destinationTon,

        @Key(doc = "Numbering plan of destinations, 0 to 255.", example = "1")
        int destinationNpi,

        @Key(doc = "On when destinations are written with a plus.", example = "on")
        boolean destinationPlus,

        @Key(doc = "The message centre's default alphabet.", example = "latin1")
        Alphabet alphabet,

        @Key(doc = "The `data_coding` of that alphabet.", example = "3")
        int alphabetCoding,

        @Key(doc = "The `data_coding` of UCS-2.", example = "8")
        int ucs2Coding,

        @Key(doc = "How the parts of a long text are tied together: by a user data header or by TLVs.", example = "tlv")
        Concatenation concatenation,

        @Key(doc = "How it is told when a message expires: as a span, a time, or not at all.", example = "absolute")
        Validity validity,

        @Key(doc = "Whether receipts are asked for.", example = "off")
        boolean receipts,

        @Key(doc = "How answers write message ids.", example = "hex")
        IdForm idsAnswered,

        @Key(doc = "How receipts write them.", example = "decimal")
        IdForm idsReported,

        @Key(doc = "The tag of a vendor's own TLV that carries our message id.", example = "5122")
        Optional<Integer> idTag)
        implements CarrierDetails, Checked {
    /// The defaults. Host, system id and password have none: what stands here for them is never used.
    public static SmppConfig standard() {
        return new SmppConfig(
                "smsc.invalid",
                2775,
                false,
                Optional.empty(),
                true,
                Mode.TRANSCEIVER,
                1,
                "none",
                new SecretReference("env:NONE"),
                Optional.empty(),
                SmppSettings.Flow.standard().window(),
                SmppSettings.Flow.standard().answerWithin(),
                SmppSettings.Flow.standard().enquireEvery(),
                SmppSettings.Flow.standard().reconnect().first(),
                SmppSettings.Flow.standard().reconnect().most(),
                Optional.empty(),
                Map.of(),
                1,
                1,
                false,
                Alphabet.GSM7,
                0,
                8,
                Concatenation.HEADER,
                Validity.RELATIVE,
                true,
                IdForm.TEXT,
                IdForm.TEXT,
                Optional.empty());
    }

    @Override
    public void check() {
        settings(Optional.empty(), UNSEEN);
    }

    /// What the carrier is told.
    ///
    /// @param rate messages a second; empty for as many as the window lets
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when a value is out of its range, or a secret isn't there
    public SmppSettings settings(Optional<Integer> rate, Function<SecretReference, Secret> secrets) {
        Map<String, Source> byPrefix = new HashMap<>();
        senderByPrefix.forEach((prefix, address) -> byPrefix.put(prefix, source(address)));
        return new SmppSettings(
                new SmppSettings.Endpoint(
                        host,
                        port,
                        tls ? Optional.of(new SmppSettings.Tls(tlsTrusted, tlsCheckName)) : Optional.empty()),
                new SmppSettings.Bind(mode, sessions, systemId, secrets.apply(password), systemType.orElse("")),
                new SmppSettings.Flow(
                        window,
                        rate.orElse(0),
                        answerWithin,
                        enquireEvery,
                        new SmppSettings.Reconnect(reconnectFirst, reconnectMost)),
                new SmppSettings.Sender(
                        sender.map(SmppConfig::source), byPrefix, destinationTon, destinationNpi, destinationPlus),
                new SmppSettings.Wording(
                        new SmppSettings.Alphabets(alphabet, alphabetCoding, ucs2Coding),
                        concatenation,
                        validity,
                        new SmppSettings.Receipts(receipts, idsAnswered, idsReported),
                        idTag.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    private static Source source(String address) {
        return new Source(address, Source.Kind.AUTO);
    }
}
