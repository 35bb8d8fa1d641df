package dev.countersign.destination;

/// A way to reach someone.
public enum Channel {
    /// A text message to a phone number.
    SMS("sms"),
    /// A call to a phone number that speaks the code.
    VOICE("voice"),
    /// A mail to an address.
    EMAIL("email");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /// The word for it in answers, tables and configuration.
    public String word() {
        return word;
    }

    /// The channel of that word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Channel of(String word) {
        for (Channel channel : values()) {
            if (channel.word.equals(word)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("no channel is called " + word);
    }

    /// Whether it can reach such a destination.
    public boolean reaches(Destination destination) {
        return switch (destination) {
            case PhoneNumber phone -> this != EMAIL;
            case MailAddress mail -> this == EMAIL;
        };
    }
}
