-- Verifications, their messages, and the counts that limit both.

CREATE TABLE verification (
    id          TEXT    NOT NULL PRIMARY KEY,
    tenant      BIGINT  NOT NULL,
    binding     BYTEA   NOT NULL,           -- keyed hash of all that the code is bound to
    purpose     TEXT    NOT NULL,
    destination BYTEA   NOT NULL,           -- sealed
    principal   BIGINT,
    operation   TEXT    NOT NULL,
    channel     TEXT    NOT NULL,
    locale      TEXT    NOT NULL,
    status      TEXT    NOT NULL,
    code        BYTEA,                      -- sealed; there exactly while the status is pending
    silent      INTEGER NOT NULL,           -- made for a test number: nothing is ever sent for it
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    tries_left  INTEGER NOT NULL
);
CREATE INDEX verification_live ON verification (binding) WHERE code IS NOT NULL;
CREATE INDEX verification_ending ON verification (expires_at) WHERE code IS NOT NULL;
CREATE INDEX verification_age ON verification (created_at);

-- A message is one send: the outbox while `due_at` is set, the ledger that the ceilings count afterwards.
CREATE TABLE message (
    id           TEXT    NOT NULL PRIMARY KEY,
    verification TEXT    NOT NULL,
    tenant       BIGINT  NOT NULL,
    destination  BYTEA   NOT NULL,          -- keyed hash
    purpose      TEXT    NOT NULL,
    principal    BIGINT,
    channel      TEXT    NOT NULL,
    locale       TEXT    NOT NULL,
    created_at   BIGINT  NOT NULL,
    state        TEXT    NOT NULL,          -- due, leased, handed, failed, expired, dropped
    due_at       BIGINT,                    -- when due, or when the lease ends; none once it is settled
    node         TEXT,                      -- who holds the lease
    attempts     INTEGER NOT NULL,
    carrier      TEXT,
    reference    TEXT
);
CREATE INDEX message_due ON message (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX message_to ON message (destination, created_at) WHERE principal IS NULL;
CREATE INDEX message_for ON message (principal, created_at) WHERE principal IS NOT NULL;
CREATE INDEX message_age ON message (created_at);

CREATE TABLE failure_count (
    subject    TEXT    NOT NULL PRIMARY KEY, -- a principal's authenticator, or a tenant's hashed destination
    anonymous  INTEGER NOT NULL,             -- without a principal: it fades
    in_a_row   INTEGER NOT NULL,
    wait_until BIGINT,
    last_at    BIGINT  NOT NULL,
    disabled   INTEGER NOT NULL
);

CREATE TABLE caller_record (
    caller     BIGINT  NOT NULL PRIMARY KEY,
    recent     TEXT    NOT NULL,
    strikes    INTEGER NOT NULL,
    wait_until BIGINT,
    last_at    BIGINT  NOT NULL
);

CREATE TABLE tally (
    hour    BIGINT  NOT NULL,               -- hours since 1970
    subject TEXT    NOT NULL,
    sends   INTEGER NOT NULL,
    PRIMARY KEY (hour, subject)
);

CREATE TABLE idempotency (
    tenant       BIGINT  NOT NULL,
    hash         BYTEA   NOT NULL,          -- keyed hash of what the caller chose
    fingerprint  BYTEA   NOT NULL,
    verification TEXT    NOT NULL,
    status       TEXT    NOT NULL,          -- and the rest as it was answered first
    channel      TEXT    NOT NULL,
    locale       TEXT    NOT NULL,
    tries_left   INTEGER NOT NULL,
    expires_at   BIGINT  NOT NULL,
    created_at   BIGINT  NOT NULL,
    PRIMARY KEY (tenant, hash)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
