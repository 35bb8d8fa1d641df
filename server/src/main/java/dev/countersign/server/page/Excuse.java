package dev.countersign.server.page;

import dev.countersign.challenge.Challenge;
import dev.countersign.protection.Method;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.server.page.html.Screen.Alert;
import dev.countersign.server.page.html.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Why a step was not taken, in a person's words.
///
/// @param status the HTTP status
/// @param alert what the page says
/// @param headers further headers
record Excuse(int status, Alert alert, List<Map.Entry<String, String>> headers) {
    private static final int WRONG = 422;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    /// Words a refusal of a challenge that goes on.
    static Excuse of(Refusal refusal, Challenge challenge, Words words) {
        return switch (refusal) {
            case CodeNotAccepted wrong -> typed(wrong(challenge, words));
            case SendRefusal.ResendTooSoon soon -> waiting("wrong.soon", soon.retryAfter(), words);
            case SendRefusal.SendQuotaSpent spent -> waiting("wrong.many", spent.retryAfter(), words);
            case SendRefusal.ChannelNotServed unserved -> plain(WRONG, words.say("wrong.channel"));
            case ChallengeRefusal.StartsSpent spent -> plain(TOO_MANY, words.say("wrong.starts"));
            case ChallengeRefusal.AnswerPending busy -> plain(CONFLICT, words.say("wrong.busy"));
            // What is left of a send: the number is not served, or was deleted meanwhile.
            default -> plain(WRONG, words.say("wrong.send"));
        };
    }

    /// Nothing was typed, so that nothing was done.
    static Excuse empty(Words words) {
        return typed(words.say("wrong.empty"));
    }

    private static String wrong(Challenge challenge, Words words) {
        String key = challenge.asked().method() == Method.WECHAT ? "wrong.wechat" : "wrong.code";
        return words.say(key, tries(challenge, words));
    }

    /// How many tries are left, in words.
    static String tries(Challenge challenge, Words words) {
        return words.count("tries", challenge.progress().triesLeft());
    }

    private static Excuse plain(int status, String text) {
        return new Excuse(status, new Alert(text, false), List.of());
    }

    private static Excuse typed(String text) {
        return new Excuse(WRONG, new Alert(text, true), List.of());
    }

    private static Excuse waiting(String key, Duration wait, Words words) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return new Excuse(
                TOO_MANY,
                new Alert(words.say(key, words.wait(wait)), false),
                List.of(Map.entry("Retry-After", Long.toString(seconds))));
    }
}
