-- What users and roles may do.

CREATE TABLE policy (
    id          BIGINT NOT NULL PRIMARY KEY,
    tenant      BIGINT NOT NULL,            -- 0: a preset one, which is everybody's
    name        TEXT   NOT NULL,
    grammar     TEXT   NOT NULL,            -- what reads the document
    document    TEXT   NOT NULL,
    description TEXT   NOT NULL,
    tags        TEXT   NOT NULL,            -- key=value, one a line, sorted; % and = in a key are escaped
    created_at  BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL,
    UNIQUE (tenant, name)
);

CREATE TABLE policy_alias (
    tenant BIGINT NOT NULL,                 -- how it calls a preset one
    policy BIGINT NOT NULL,
    alias  TEXT   NOT NULL,
    PRIMARY KEY (tenant, policy)
);

CREATE TABLE policy_attachment (
    kind    TEXT    NOT NULL,               -- user, role
    holder  BIGINT  NOT NULL,               -- its UIN, or its id
    policy  BIGINT  NOT NULL,
    tenant  BIGINT  NOT NULL,               -- the holder's
    at      BIGINT  NOT NULL,
    by_whom BIGINT  NOT NULL,               -- a UIN, or a role's id; 0 for the installation itself
    by_role INTEGER NOT NULL,
    PRIMARY KEY (kind, holder, policy)
);
CREATE INDEX policy_attachment_of ON policy_attachment (policy, tenant);

CREATE TABLE role (
    id              BIGINT  NOT NULL PRIMARY KEY,
    tenant          BIGINT  NOT NULL,
    name            TEXT    NOT NULL,
    trust           TEXT    NOT NULL,       -- the document that says who may assume it
    description     TEXT    NOT NULL,
    longest_seconds BIGINT  NOT NULL,       -- how long a key for it may live
    console         INTEGER NOT NULL,
    tags            TEXT    NOT NULL,
    created_at      BIGINT  NOT NULL,
    updated_at      BIGINT  NOT NULL,
    UNIQUE (tenant, name)
);

-- The flag that policies replace: who had it has the preset policy that allows everything.
INSERT INTO policy (id, tenant, name, grammar, document, description, tags, created_at, updated_at)
VALUES (1, 0, 'AdministratorAccess', 'tencent',
        '{"version":"2.0","statement":[{"effect":"allow","action":"*","resource":"*"}]}',
        'Allows every action on every resource.', '', 1795564800000, 1795564800000);

INSERT INTO policy_attachment (kind, holder, policy, tenant, at, by_whom, by_role)
SELECT 'user', uin, 1, tenant, 1795564800000, 0, 0 FROM principal WHERE may_do_everything = 1 AND uin <> tenant;

ALTER TABLE principal DROP COLUMN may_do_everything;
