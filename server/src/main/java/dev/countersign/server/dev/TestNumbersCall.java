package dev.countersign.server.dev;

import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.TestNumberBook.Entry;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import dev.countersign.server.dev.exchange.Reason;
import dev.countersign.server.dev.exchange.Recipient;
import dev.countersign.verification.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/dev/test-numbers`: numbers with a fixed code, to which nothing is sent and which have no limits, until a
/// date.
public final class TestNumbersCall implements DevCall {
    private static final Duration USUAL = Duration.ofDays(30);
    private static final int MOST = 1000;

    private final TestNumberBook book;
    private final NumberingPlan plan;
    private final InstantSource clock;
    private final int codeDigits;

    /// @param book keeps them
    /// @param plan brings numbers into their normal form
    /// @param clock the virtual clock, which their end obeys
    /// @param codeDigits how long a code is here
    public TestNumbersCall(TestNumberBook book, NumberingPlan plan, InstantSource clock, int codeDigits) {
        this.book = book;
        this.plan = plan;
        this.clock = clock;
        this.codeDigits = codeDigits;
    }

    @Override
    public String path() {
        return "/dev/test-numbers";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::list, "PUT", this::put, "DELETE", this::remove);
    }

    private Value list(Asked asked) {
        asked.query();
        return all();
    }

    private Value put(Asked asked) {
        Members wanted = asked.members("number", "code", "until");
        PhoneNumber number =
                wanted.text("number").map(this::number).orElseThrow(() -> wanted.missing("number", "\"85261234567\""));
        String code = wanted.text("code").orElseThrow(() -> wanted.missing("code", "\"123456\""));
        if (!code.matches("[0-9]{" + codeDigits + "}")) {
            throw Declined.malformed("\"code\" must be a text of " + codeDigits + " digits, as every code here")
                    .because(Reason.DIGITS, "code", Integer.toString(codeDigits));
        }
        Instant now = clock.instant();
        Instant until = wanted.instant("until").orElseGet(() -> now.plus(USUAL).truncatedTo(ChronoUnit.SECONDS));
        if (!until.isAfter(now)) {
            throw Declined.malformed("\"until\" must lie in the future of the virtual clock, which reads " + now)
                    .because(
                            Reason.PAST,
                            "until",
                            now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        Entry entry = new Entry(number, Code.of(code), until);
        List<Entry> kept = book.all(now);
        if (kept.size() >= MOST && kept.stream().noneMatch(one -> one.number().equals(number))) {
            throw Declined.conflict("there can be at most " + MOST + " test numbers")
                    .because(Reason.FULL, "", Integer.toString(MOST));
        }
        book.put(entry);
        return written(entry);
    }

    private Value remove(Asked asked) {
        Optional<String> number = asked.query("number").value("number");
        if (number.isEmpty()) {
            book.clear();
        } else if (!book.remove(number(number.get()))) {
            throw Declined.unknown("that is no test number: GET /dev/test-numbers lists them")
                    .because(Reason.GONE, "");
        }
        return all();
    }

    private PhoneNumber number(String written) {
        return plan.parse(written)
                .orElseThrow(() -> Declined.malformed(
                                "\"number\" must be a phone number that begins with a country code, like 85261234567")
                        .because(Reason.NUMBER, "number"));
    }

    private Value all() {
        return new Value.Items(
                book.all(clock.instant()).stream().map(TestNumbersCall::written).toList());
    }

    private static Value written(Entry entry) {
        return Value.Fields.none()
                .plus("number", Value.text(Recipient.of(entry.number()).text()))
                .plus("code", Value.text(entry.code().secret().reveal()))
                .plus("until", Value.text(entry.until().toString()));
    }
}
