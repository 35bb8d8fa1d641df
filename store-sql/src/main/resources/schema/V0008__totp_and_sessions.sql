-- Devices that compute codes, and temporary keys.

CREATE TABLE totp_device (
    uin           BIGINT NOT NULL PRIMARY KEY,
    tenant        BIGINT NOT NULL,
    secret        BYTEA,                      -- sealed; none until a first code was accepted
    since         BIGINT,                     -- when it was
    last_step     BIGINT NOT NULL,            -- the last step whose code was accepted; -1 for none
    pending       BYTEA,                      -- sealed: waits for its first code
    pending_until BIGINT
);
CREATE INDEX totp_device_pending ON totp_device (pending_until) WHERE pending IS NOT NULL;

CREATE TABLE temporary_key (
    id         TEXT   NOT NULL PRIMARY KEY,
    uin        BIGINT NOT NULL,               -- who got it
    tenant     BIGINT NOT NULL,
    secret     BYTEA  NOT NULL,               -- sealed
    token      BYTEA  NOT NULL,               -- keyed hash
    role_id    BIGINT,                        -- the role that was assumed, if one was
    role_name  TEXT,
    session    TEXT,
    policy     TEXT,                          -- narrows what the key may do
    mfa_at     BIGINT,                        -- when a second factor was shown
    expires_at BIGINT NOT NULL
);
CREATE INDEX temporary_key_ending ON temporary_key (expires_at);
CREATE INDEX temporary_key_of ON temporary_key (uin);
