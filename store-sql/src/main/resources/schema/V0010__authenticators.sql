-- Changes of numbers and addresses, and the codes that administrators make.

CREATE TABLE authenticator_change (
    id             TEXT   NOT NULL PRIMARY KEY,
    tenant         BIGINT NOT NULL,
    uin            BIGINT NOT NULL REFERENCES principal (uin) ON DELETE CASCADE,
    kind           TEXT   NOT NULL,         -- phone or mail
    destination    BYTEA  NOT NULL,         -- sealed: the new one
    old            BYTEA,                   -- sealed: what it takes the place of
    current_by     TEXT   NOT NULL,         -- what is shown beside it: totp, sent, or none
    current_to     BYTEA,                   -- sealed: where that code is sent
    locale         TEXT   NOT NULL,
    status         TEXT   NOT NULL,         -- pending, confirmed, replaced
    cool_off_until BIGINT,
    expires_at     BIGINT NOT NULL
);
CREATE UNIQUE INDEX authenticator_change_pending ON authenticator_change (uin, kind) WHERE status = 'pending';
CREATE INDEX authenticator_change_of ON authenticator_change (uin);
CREATE INDEX authenticator_change_ending ON authenticator_change (expires_at);

CREATE TABLE enrolment_code (
    uin        BIGINT  NOT NULL PRIMARY KEY REFERENCES principal (uin) ON DELETE CASCADE,
    tenant     BIGINT  NOT NULL,
    hash       BYTEA   NOT NULL,            -- keyed hash
    tries_left INTEGER NOT NULL,
    expires_at BIGINT  NOT NULL
);
CREATE INDEX enrolment_code_ending ON enrolment_code (expires_at);
