package dev.countersign.server.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.http.ReceiptHook.Heard;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What carriers are answered when they post receipts.
class ReceiptSiteTest {
    private static final Receipt ONE =
            new Receipt("acme", "r1", Receipt.State.DELIVERED, "", Instant.parse("2027-01-01T00:00:00Z"));
    private static final Receipt TWO =
            new Receipt("acme", "r2", Receipt.State.UNDELIVERED, "7", Instant.parse("2027-01-01T00:00:00Z"));

    private final List<Receipt> kept = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private ReceiptSite site(Heard heard, Receipt.Intake intake) {
        return new ReceiptSite(
                name -> name.equals("acme") ? Optional.of(request -> heard) : Optional.empty(),
                intake,
                (carrier, reason) -> refused.add(carrier + " " + reason));
    }

    private static Request post(String path) {
        return new Request("POST", path, "", Headers.of(), Bytes.none(), "192.0.2.1", false);
    }

    @Test
    void receipts_are_kept_before_the_carrier_is_thanked() {
        Response thanks = Response.of(200, "text/plain", Bytes.utf8("OK"));
        ReceiptSite site = site(new Heard.Receipts(List.of(ONE, TWO), thanks), kept::add);
        assertThat(site.serves(post("/receipts/acme"))).isTrue();
        assertThat(site.serves(post("/v1/receipts"))).isFalse();
        assertThat(site.answer(post("/receipts/acme"))).isEqualTo(thanks);
        assertThat(kept).containsExactly(ONE, TWO);
    }

    @Test
    void a_receipt_that_could_not_be_kept_is_a_fault_so_that_the_carrier_says_it_again() {
        Response thanks = Response.of(200, "text/plain", Bytes.utf8("OK"));
        ReceiptSite site = site(new Heard.Receipts(List.of(ONE), thanks), receipt -> {
            throw new IllegalStateException("full");
        });
        assertThatThrownBy(() -> site.answer(post("/receipts/acme"))).hasMessage("full");
    }

    @Test
    void what_is_not_from_the_carrier_is_refused_and_counted() {
        assertThat(site(new Heard.Forged("signature"), kept::add)
                        .answer(post("/receipts/acme"))
                        .status())
                .isEqualTo(403);
        assertThat(site(new Heard.Unreadable("form"), kept::add)
                        .answer(post("/receipts/acme"))
                        .status())
                .isEqualTo(400);
        assertThat(refused).containsExactly("acme signature", "acme form");
        assertThat(kept).isEmpty();
    }

    @Test
    void a_carrier_that_posts_nothing_is_not_there() {
        for (String path : List.of("/receipts/other", "/receipts/", "/receipts/acme/x", "/receipts/../acme")) {
            assertThat(site(new Heard.Forged("x"), kept::add).answer(post(path)).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(refused).isEmpty();
    }
}
