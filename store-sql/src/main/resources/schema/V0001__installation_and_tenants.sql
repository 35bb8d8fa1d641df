-- What the installation is made of: its wrapped keys, its settings, and who can call.
-- Instants are milliseconds since 1970; `sealed` columns open only under the master key.

CREATE TABLE data_key (
    name    TEXT  NOT NULL PRIMARY KEY,
    wrapped BYTEA NOT NULL
);

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE tenant (
    id         BIGINT NOT NULL PRIMARY KEY, -- its root UIN
    account_id TEXT   NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    products   TEXT   NOT NULL,             -- separated by commas
    partner    BIGINT REFERENCES tenant (id),
    customers  BIGINT NOT NULL DEFAULT 0    -- how many customers it holds as a partner
);

CREATE TABLE principal (
    uin                 BIGINT  NOT NULL PRIMARY KEY,
    tenant              BIGINT  NOT NULL REFERENCES tenant (id),
    name                TEXT    NOT NULL,
    may_do_everything   INTEGER NOT NULL,
    phone               BYTEA,              -- sealed
    mail                BYTEA,              -- sealed
    wechat_bound        INTEGER NOT NULL
);

CREATE TABLE access_key (
    id     TEXT    NOT NULL PRIMARY KEY,
    uin    BIGINT  NOT NULL REFERENCES principal (uin),
    secret BYTEA   NOT NULL,                -- sealed
    active INTEGER NOT NULL
);

CREATE TABLE api_key (
    hash       BYTEA  NOT NULL PRIMARY KEY, -- keyed hash of the key
    uin        BIGINT NOT NULL REFERENCES principal (uin),
    scopes     TEXT   NOT NULL,             -- separated by commas
    expires_at BIGINT
);

CREATE TABLE customer (
    uin          BIGINT  NOT NULL PRIMARY KEY REFERENCES tenant (id),
    partner      BIGINT  NOT NULL REFERENCES tenant (id),
    account_type TEXT    NOT NULL,
    mail_hash    BYTEA   NOT NULL UNIQUE,   -- keyed hash
    mail         BYTEA   NOT NULL,          -- sealed
    phone_hash   BYTEA   NOT NULL,          -- keyed hash
    phone        BYTEA   NOT NULL,          -- sealed
    area         TEXT    NOT NULL,
    trade_one    TEXT    NOT NULL,
    trade_two    TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    extended     BYTEA   NOT NULL,          -- sealed
    password     TEXT    NOT NULL,          -- a password hash in PHC form
    verified     INTEGER NOT NULL,
    created_at   BIGINT  NOT NULL
);
CREATE INDEX customer_of_partner ON customer (partner, uin);
CREATE INDEX customer_by_phone ON customer (phone_hash, partner);
