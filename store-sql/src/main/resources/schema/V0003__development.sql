-- What only a development world has.

CREATE TABLE inbox (
    seq        ${sequence},
    id         TEXT   NOT NULL UNIQUE,      -- the message's
    tenant     BIGINT NOT NULL,
    to_hash    BYTEA  NOT NULL,             -- keyed hash of the digits or the address
    recipient  BYTEA  NOT NULL,             -- sealed
    channel    TEXT   NOT NULL,
    sender     TEXT   NOT NULL,
    body       BYTEA  NOT NULL,             -- sealed
    code       BYTEA  NOT NULL,             -- sealed
    purpose    TEXT   NOT NULL,
    locale     TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX inbox_to ON inbox (to_hash, seq);

CREATE TABLE test_number (
    destination BYTEA  NOT NULL PRIMARY KEY, -- keyed hash
    number      BYTEA  NOT NULL,             -- sealed
    code        BYTEA  NOT NULL,             -- sealed
    until       BIGINT NOT NULL
);
