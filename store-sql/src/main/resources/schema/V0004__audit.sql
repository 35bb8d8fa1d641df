-- What happened. Rows are linked: see AuditTable.

CREATE TABLE audit (
    seq     ${sequence},
    at      BIGINT NOT NULL,
    tenant  BIGINT NOT NULL,                -- 0: the installation itself
    actor   BIGINT NOT NULL,
    key_id  TEXT   NOT NULL,
    source  TEXT   NOT NULL,
    request TEXT   NOT NULL,
    event   TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    facts   TEXT   NOT NULL                 -- name=value, one a line, sorted
);
CREATE INDEX audit_of_tenant ON audit (tenant, seq);
CREATE INDEX audit_of_request ON audit (request);
