-- What became of messages: each hand-over, each part, and what carriers said of it later.

ALTER TABLE message ADD COLUMN perhaps_with TEXT;  -- a carrier that may have it, though it did not say so
ALTER TABLE message ADD COLUMN trace TEXT;         -- where its request stands in a trace, as W3C traceparent writes it
CREATE INDEX message_of ON message (verification) WHERE verification <> '';

CREATE TABLE dispatch (
    message TEXT    NOT NULL,
    number  INTEGER NOT NULL,               -- from 1
    carrier TEXT    NOT NULL,
    route   TEXT    NOT NULL,
    country TEXT    NOT NULL,               -- dialling code; empty for an address
    at      BIGINT  NOT NULL,
    took    BIGINT  NOT NULL,               -- milliseconds
    result  TEXT    NOT NULL,               -- handed, carrier-fault, destination-fault
    error   TEXT,
    PRIMARY KEY (message, number)
);

CREATE TABLE part (
    carrier   TEXT    NOT NULL,
    reference TEXT    NOT NULL,             -- the carrier's id for it
    message   TEXT    NOT NULL,
    dispatch  INTEGER NOT NULL,
    number    INTEGER NOT NULL,             -- from 1 within the hand-over
    state     TEXT    NOT NULL,             -- underway, delivered, undelivered
    error     TEXT,
    at        BIGINT,                       -- when the carrier says that it came to be so
    PRIMARY KEY (carrier, reference)
);
CREATE INDEX part_of ON part (message);

-- Receipts that are not matched yet. The same word twice before that is one.
CREATE TABLE receipt (
    seq         ${sequence},
    carrier     TEXT    NOT NULL,
    reference   TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    error       TEXT    NOT NULL,
    at          BIGINT  NOT NULL,
    received_at BIGINT  NOT NULL,
    tries       INTEGER NOT NULL,
    due_at      BIGINT  NOT NULL,
    UNIQUE (carrier, reference, state)
);
CREATE INDEX receipt_due ON receipt (due_at);

-- Codes that were used and that nobody was told of yet.
CREATE TABLE completion (
    verification TEXT   NOT NULL PRIMARY KEY,
    at           BIGINT NOT NULL
);

-- How fast carriers are: counts of the messages that were handed over in a minute.
CREATE TABLE tempo (
    minute  BIGINT  NOT NULL,               -- minutes since 1970
    carrier TEXT    NOT NULL,
    channel TEXT    NOT NULL,
    handed  INTEGER NOT NULL,               -- those that receipts are expected for
    quick   INTEGER NOT NULL,
    late    INTEGER NOT NULL,
    PRIMARY KEY (minute, carrier, channel)
);

CREATE TABLE drained (
    carrier TEXT   NOT NULL PRIMARY KEY,
    since   BIGINT NOT NULL
);
