-- Messages tell the language that they were written in beside the locale that was asked for.

ALTER TABLE message ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
UPDATE message SET language = 'zh_CN' WHERE lower(locale) LIKE 'zh%';

ALTER TABLE inbox ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
UPDATE inbox SET language = 'zh_CN' WHERE lower(locale) LIKE 'zh%';

-- Spaces and their phone numbers.

CREATE TABLE space (
    id         TEXT   NOT NULL PRIMARY KEY,
    tenant     BIGINT NOT NULL,
    waba       TEXT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX space_waba ON space (waba) WHERE waba IS NOT NULL;
CREATE INDEX space_tenant ON space (tenant);

CREATE TABLE space_number (
    id          TEXT   NOT NULL PRIMARY KEY,
    tenant      BIGINT NOT NULL,
    space       TEXT   NOT NULL,
    phone_hash  BYTEA  NOT NULL,            -- keyed hash
    phone       BYTEA  NOT NULL,            -- sealed
    state       TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    verified_at BIGINT,
    created_at  BIGINT NOT NULL
);
CREATE UNIQUE INDEX space_number_phone ON space_number (space, phone_hash);
CREATE UNIQUE INDEX space_number_connected ON space_number (phone_hash) WHERE state = 'connected';
