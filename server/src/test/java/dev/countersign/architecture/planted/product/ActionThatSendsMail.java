package dev.countersign.architecture.planted.product;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.Session;

/// A product that sends mails by itself, and leaves a server alone that fails.
public record ActionThatSendsMail(Session session, CircuitBreaker breaker) {}
