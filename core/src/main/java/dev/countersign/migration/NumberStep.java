package dev.countersign.migration;

/// What can happen to a number in a space.
public enum NumberStep {
    /// It is added, as one that is used nowhere yet.
    ADD("added"),
    /// It is going to move in from another business account.
    INITIATE("initiated"),
    /// A code is sent to a number that was added.
    ASK_TO_ADD("asked-to-add"),
    /// A code is sent to a number that moves in.
    ASK_TO_MIGRATE("asked-to-migrate"),
    /// The code of a number that moves in is given back.
    VERIFY("verified"),
    /// The code of a number that was added is given back, which registers it at once.
    CONFIRM("confirmed"),
    /// The move of a number is completed.
    COMPLETE("completed"),
    /// A number that was proven is registered.
    REGISTER("registered"),
    /// A number is let go; it stays proven for as long as it would have been.
    DEREGISTER("deregistered"),
    /// 14 days have gone by since a number was proven.
    LAPSE("lapsed"),
    /// Another space has completed the number's move.
    LEAVE("left");

    private final String word;

    NumberStep(String word) {
        this.word = word;
    }

    /// The past participle for it, in records and pages.
    public String word() {
        return word;
    }

    /// Whether a number comes into a space by it.
    public boolean begins() {
        return this == ADD || this == INITIATE;
    }

    /// Whether a code is used up by it.
    public boolean spends() {
        return this == VERIFY || this == CONFIRM;
    }
}
