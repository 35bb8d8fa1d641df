package dev.countersign.delivery.http;

import dev.countersign.delivery.Receipt;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The status reports of the two clouds: a JSON array of objects, in Chinese time, and unsigned by either of
/// them, so that the address or its caller must hold a secret.
public final class ReportHook implements ReceiptHook {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final String carrier;
    private final Form form;
    private final ProofCheck check;
    private final InstantSource clock;

    /// Whose reports they are.
    public enum Form {
        /// Tencent's (https://cloud.tencent.com/document/product/382/52077): `sid` is the serial number of
        /// sending.
        TENCENT(
                "/sid",
                "/report_status",
                "SUCCESS",
                "/errmsg",
                "/user_receive_time",
                "{\"result\":0,\"errmsg\":\"OK\"}"),
        /// Alibaba's `SmsReport` (https://help.aliyun.com/document_detail/101867.html): `biz_id` is that of
        /// sending.
        ALIBABA("/biz_id", "/success", "true", "/err_code", "/report_time", "{\"code\":0,\"msg\":\"OK\"}");

        private final String reference;
        private final String state;
        private final String delivered;
        private final String error;
        private final String time;
        private final String thanks;

        Form(String reference, String state, String delivered, String error, String time, String thanks) {
            this.reference = reference;
            this.state = state;
            this.delivered = delivered;
            this.error = error;
            this.time = time;
            this.thanks = thanks;
        }
    }

    /// @param carrier whose receipts they are
    /// @param form whose reports
    /// @param proof how its caller proves to be it
    /// @param clock tells when it was heard, where the report does not say when it came to be so
    public ReportHook(String carrier, Form form, Proof proof, InstantSource clock) {
        this.carrier = carrier;
        this.form = form;
        this.check = new ProofCheck(proof, clock);
        this.clock = clock;
    }

    @Override
    public Heard hear(Request request) {
        if (!request.method().equals("POST")) {
            return new Heard.Unreadable("method");
        }
        if (Requests.tooLong(request)) {
            return new Heard.Unreadable("size");
        }
        Optional<String> doubt = check.doubt(request);
        if (doubt.isPresent()) {
            return new Heard.Forged(doubt.get());
        }
        if (!(Documents.json(request.body()).orElse(new Value.Nothing()) instanceof Value.Items reports)) {
            return new Heard.Unreadable("form");
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Value report : reports.items()) {
            Optional<Receipt> receipt = receipt(report);
            if (receipt.isEmpty()) {
                return new Heard.Unreadable("form");
            }
            receipts.add(receipt.get());
        }
        return new Heard.Receipts(receipts, Requests.thanks(form.thanks, "application/json"));
    }

    private Optional<Receipt> receipt(Value report) {
        Optional<String> reference = at(form.reference, report).filter(text -> text.length() <= 256);
        Optional<String> state = at(form.state, report);
        if (reference.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        boolean delivered = state.get().equalsIgnoreCase(form.delivered);
        String error = delivered ? "" : Requests.code(at(form.error, report).orElse(""));
        return Optional.of(new Receipt(
                carrier,
                reference.get(),
                delivered ? Receipt.State.DELIVERED : Receipt.State.UNDELIVERED,
                error,
                at(form.time, report).flatMap(ReportHook::time).orElseGet(clock::instant)));
    }

    private static Optional<String> at(String place, Value report) {
        return JsonPointer.of(place).textIn(report);
    }

    private static Optional<Instant> time(String said) {
        try {
            return Optional.of(LocalDateTime.parse(said, TIME).toInstant(CHINA));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
