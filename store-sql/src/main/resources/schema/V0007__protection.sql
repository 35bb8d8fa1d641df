-- What guards principals, what tenants demand, and the tokens of custom checks.

CREATE TABLE protection (
    uin            BIGINT  NOT NULL PRIMARY KEY REFERENCES principal (uin) ON DELETE CASCADE,
    login          TEXT,                    -- the method's word; none when nothing is demanded
    operation      TEXT,
    offsite_verify INTEGER NOT NULL,
    offsite_phone  INTEGER NOT NULL,
    offsite_mail   INTEGER NOT NULL,
    offsite_wechat INTEGER NOT NULL,
    offsite_tips   INTEGER NOT NULL,
    prompt_trust   INTEGER NOT NULL
);

CREATE TABLE tenant_rules (
    tenant           BIGINT  NOT NULL PRIMARY KEY REFERENCES tenant (id),
    protects_calls   INTEGER NOT NULL,
    forces_login     INTEGER NOT NULL,
    forces_operation INTEGER NOT NULL,
    custom_page      TEXT,
    return_to        TEXT    NOT NULL       -- one address a line
);

CREATE TABLE custom_token (
    hash       BYTEA  NOT NULL PRIMARY KEY, -- keyed hash of the token
    tenant     BIGINT NOT NULL,
    uin        BIGINT NOT NULL REFERENCES principal (uin) ON DELETE CASCADE,
    challenge  TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at   BIGINT
);
CREATE INDEX custom_token_ending ON custom_token (expires_at);
CREATE INDEX custom_token_of ON custom_token (uin);
