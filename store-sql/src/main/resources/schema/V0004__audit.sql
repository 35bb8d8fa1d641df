-- What happened, chained so that a changed, missing or cut-off row shows: see AuditChain.

CREATE TABLE audit (
    seq     ${sequence},
    at      BIGINT  NOT NULL,
    tenant  BIGINT  NOT NULL,               -- 0: the installation itself
    actor   BIGINT  NOT NULL,
    key_id  TEXT    NOT NULL,
    source  TEXT    NOT NULL,
    request TEXT    NOT NULL,
    event   TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    facts   TEXT    NOT NULL,               -- name=value, one a line, sorted
    link    BIGINT,                         -- the link that holds it, given before its commit
    digest  BYTEA                           -- keyed hash of all of the above but the link
);
CREATE INDEX audit_unlinked ON audit (seq) WHERE link IS NULL;
CREATE INDEX audit_of_link ON audit (link, seq);
CREATE INDEX audit_of_tenant ON audit (tenant, seq);

CREATE TABLE audit_link (
    number  BIGINT  NOT NULL PRIMARY KEY,   -- from 1, without gaps
    at      BIGINT  NOT NULL,               -- of its latest entry
    entries INTEGER NOT NULL,
    hash    BYTEA   NOT NULL                -- keyed hash of the link before, the number, and the entries' digests
);
