package dev.countersign.delivery.smtp;

import dev.countersign.destination.MailAddress;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.Optional;

/// A mail server that takes our mails.
///
/// @param server where it is
/// @param login who we are there; empty when it asks nobody
/// @param from the address that mails come from; the name beside it is the message's
/// @param greeting the name that we greet with (`EHLO`): a host's name; its own domain also stands in
///     `Message-ID`
/// @param pool how many connections, and how long they may take
public record SmtpSettings(Server server, Optional<Login> login, MailAddress from, String greeting, Pool pool) {
    /// @throws IllegalArgumentException when a password would travel unprotected, or the greeting is no
    ///     host's name
    public SmtpSettings {
        if (login.isPresent() && server.security() == Security.NONE) {
            throw new IllegalArgumentException("a password is sent over TLS only: choose starttls or tls");
        }
        if (!greeting.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("the greeting is the name of a host");
        }
    }

    /// Where the server is.
    ///
    /// @param host its name, which its certificate must bear
    /// @param port 587 for STARTTLS, 465 for TLS, as RFC 8314 has it
    /// @param security how the connection is protected
    public record Server(String host, int port, Security security) {
        /// @throws IllegalArgumentException when the port is none, or the host is empty
        public Server {
            if (host.isBlank() || port < 1 || port > 65535) {
                throw new IllegalArgumentException("a mail server has a host and a port from 1 to 65535");
            }
        }
    }

    /// How a connection is protected.
    public enum Security {
        /// It begins in the clear and must change to TLS before anything is said; a server that can't is a
        /// fault.
        STARTTLS,
        /// TLS from the first byte.
        TLS,
        /// Nothing protects it: for a relay on the same machine.
        NONE
    }

    /// Who we are there.
    public record Login(String user, Secret password) {}

    /// How many connections, and how long they may take.
    ///
    /// @param connections how many at the most, 1 to 100
    /// @param connect how long a connection may take to stand
    /// @param answer how long one answer of the server may take
    /// @param idle how long an unused connection is kept
    /// @param mails how many mails one connection sends before it is changed for another
    public record Pool(int connections, Duration connect, Duration answer, Duration idle, int mails) {
        /// @throws IllegalArgumentException when a number or time is out of its range
        public Pool {
            if (connections < 1
                    || connections > 100
                    || mails < 1
                    || !connect.isPositive()
                    || !answer.isPositive()
                    || !idle.isPositive()) {
                throw new IllegalArgumentException(
                        "a pool has 1 to 100 connections, one mail at least, and times longer than nothing");
            }
        }

        /// Four connections; 10 seconds to connect, 30 for an answer, 30 idle, 100 mails.
        public static Pool standard() {
            return new Pool(4, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), 100);
        }
    }
}
