package dev.countersign.architecture.planted.product;

import com.google.zxing.common.BitMatrix;
import com.nimbusds.jose.JWSHeader;
import gg.jte.TemplateEngine;
import io.helidon.webserver.WebServer;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.logging.Logger;
import org.jsmpp.bean.SubmitSm;
import tools.jackson.core.JsonParser;

/// A product on an HTTP engine, a JSON parser, a log, a metrics library, a template engine, and libraries for
/// pictures, proofs and text messages.
public record ActionThatKnowsLibraries(
        WebServer server,
        JsonParser parser,
        Logger log,
        Counter counter,
        TemplateEngine templates,
        BitMatrix picture,
        JWSHeader proof,
        SubmitSm submit) {}
