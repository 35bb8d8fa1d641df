-- Challenges, what came of them, and the keys that sign it.

CREATE TABLE challenge (
    id          TEXT    NOT NULL PRIMARY KEY,
    tenant      BIGINT  NOT NULL,
    principal   BIGINT  NOT NULL,
    kind        TEXT    NOT NULL,
    operation   BYTEA   NOT NULL,           -- sealed: name and fields
    op_hash     TEXT    NOT NULL,           -- empty for a login
    method      TEXT    NOT NULL,
    enrols      INTEGER NOT NULL,
    return_to   TEXT    NOT NULL,
    nonce       TEXT    NOT NULL,
    locale      TEXT    NOT NULL,
    status      TEXT    NOT NULL,
    tries_left  INTEGER NOT NULL,
    starts_left INTEGER NOT NULL,
    browser     BYTEA,                      -- keyed hash of the secret of the browser that has it
    kept        TEXT    NOT NULL,           -- what the method keeps: a verification's id, the hash of a state
    proven      INTEGER NOT NULL,
    claim_until BIGINT,                     -- an answer is being compared until then
    shown       TEXT    NOT NULL,           -- how it was passed, separated by commas
    passed_at   BIGINT,
    result      BYTEA,                      -- keyed hash of the result code that is good now
    result_until BIGINT,
    spent       INTEGER NOT NULL,           -- whether a result code was exchanged
    created_at  BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL
);
CREATE UNIQUE INDEX challenge_result ON challenge (result) WHERE result IS NOT NULL;
CREATE INDEX challenge_ending ON challenge (expires_at) WHERE status = 'pending';
CREATE INDEX challenge_age ON challenge (created_at);

CREATE TABLE proof (
    jti         TEXT    NOT NULL PRIMARY KEY,
    tenant      BIGINT  NOT NULL,
    challenge   TEXT    NOT NULL,
    issued_at   BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    redeemed_at BIGINT
);
CREATE INDEX proof_age ON proof (expires_at);

CREATE TABLE proof_key (
    kid         TEXT  NOT NULL PRIMARY KEY,
    private_key BYTEA NOT NULL,             -- wrapped under the data key for proofs
    public_key  BYTEA NOT NULL,
    created_at  BIGINT NOT NULL
);

-- First answers to requests with an idempotency key, other than a verification's.
CREATE TABLE first_answer (
    tenant      BIGINT NOT NULL,
    hash        BYTEA  NOT NULL,            -- keyed hash of what the caller chose
    fingerprint BYTEA  NOT NULL,
    answer      BYTEA  NOT NULL,            -- sealed
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (tenant, hash)
);
CREATE INDEX first_answer_age ON first_answer (created_at);

CREATE TABLE wechat_identity (
    uin     BIGINT NOT NULL PRIMARY KEY,
    tenant  BIGINT NOT NULL,
    openid  BYTEA  NOT NULL,                -- keyed hash
    unionid BYTEA                           -- keyed hash
);

-- What the message says after the code.
ALTER TABLE verification ADD COLUMN details BYTEA; -- sealed
