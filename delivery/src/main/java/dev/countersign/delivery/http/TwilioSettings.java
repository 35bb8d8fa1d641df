package dev.countersign.delivery.http;

import dev.countersign.value.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/// An account at Twilio: Programmable Messaging, and calls that are spoken.
///
/// @param account who we are there
/// @param from who it comes from, where no template of ours says so: a number in E.164 form, an alphanumeric
///     sender, or a messaging service's id (`MG…`, texts only)
/// @param statusCallback where Twilio posts what became of a message; empty for no receipts
/// @param address where Twilio is, `https://api.twilio.com`
/// @param reach where it may go and how long it may take
public record TwilioSettings(
        Account account, String from, Optional<String> statusCallback, String address, Reach reach) {
    private static final Pattern SID = Pattern.compile("AC[0-9a-f]{32}");
    private static final Pattern FROM =
            Pattern.compile("\\+[0-9]{5,15}|[0-9]{3,8}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

    /// @throws IllegalArgumentException when the sender or an address is none
    public TwilioSettings {
        if (!FROM.matcher(from).matches()) {
            throw new IllegalArgumentException(
                    "Twilio's sender is a number, a short code, a messaging service (MG...) or 1 to 11 letters and digits");
        }
        SentRules.plain(address);
        statusCallback.ifPresent(SentRules::plain);
    }

    /// Twilio's own address.
    public static final String ADDRESS = "https://api.twilio.com";

    /// Who we are at Twilio.
    ///
    /// @param sid the account's id, `AC` and 32 hexadecimal digits
    /// @param user who signs in: the same, or an API key's id
    /// @param secret the account's auth token, or the API key's secret
    public record Account(String sid, String user, Secret secret) {
        /// @throws IllegalArgumentException when the account's id is none
        public Account {
            if (!SID.matcher(sid).matches()) {
                throw new IllegalArgumentException("Twilio's account id is AC and 32 hexadecimal digits");
            }
        }
    }
}
