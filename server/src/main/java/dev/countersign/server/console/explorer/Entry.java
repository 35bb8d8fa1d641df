package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.dialect.Dialect;
import java.util.Locale;
import java.util.stream.Collectors;

/// An action that runs.
///
/// @param product the product that it belongs to
/// @param spec everything that is published about it
/// @param dialect how it is spoken
/// @param request the shape of its parameters
/// @param response the shape of its answer
/// @param haystack what a search looks through, in lower case
public record Entry(
        Product product,
        ActionSpec<?, ?> spec,
        Dialect dialect,
        RecordShape request,
        RecordShape response,
        String haystack) {
    static Entry of(Product product, ActionSpec<?, ?> spec, Dialect dialect) {
        RecordShape request = RecordShape.of(spec.request(), dialect.naming());
        String haystack = String.join(
                " ",
                spec.name(),
                product.name(),
                product.version(),
                product.dialect(),
                spec.summary(),
                spec.route().map(route -> route.method() + " " + route.path()).orElse(""),
                request.members().stream().map(RecordShape.Member::name).collect(Collectors.joining(" ")),
                spec.codes().stream().map(PublishedCode::code).collect(Collectors.joining(" ")));
        return new Entry(
                product,
                spec,
                dialect,
                request,
                RecordShape.of(spec.response(), dialect.naming()),
                haystack.toLowerCase(Locale.ROOT));
    }

    /// Its name.
    public String name() {
        return spec.name();
    }

    /// Where the Explorer shows it.
    public String address() {
        return "/console/explorer/" + Form.encoded(product.dialect()) + "/" + Form.encoded(product.name()) + "/"
                + Form.encoded(product.version()) + "/" + Form.encoded(spec.name());
    }

    /// Whether it is one of our own API's, which bears a key instead of signing.
    public boolean own() {
        return spec.route().isPresent();
    }
}
