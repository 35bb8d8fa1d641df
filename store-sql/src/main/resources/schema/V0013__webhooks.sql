-- What tenants are told, whom it goes to, and what came of it.

-- Events show where a code went, masked, and are written where nothing is opened.
ALTER TABLE verification ADD COLUMN masked TEXT;
ALTER TABLE message ADD COLUMN masked TEXT;

CREATE TABLE webhook (
    uid            TEXT    NOT NULL PRIMARY KEY,    -- deliveries are of this one, not of a later one of its name
    tenant         BIGINT  NOT NULL,
    id             TEXT    NOT NULL,                -- the name that the tenant chose
    url            BYTEA   NOT NULL,                -- sealed: a path may hold what is the receiver's secret
    events         TEXT    NOT NULL,                -- types, joined by commas; empty for all
    active         INTEGER NOT NULL,
    secret         BYTEA   NOT NULL,                -- sealed
    previous       BYTEA,                           -- sealed; the key before
    previous_until BIGINT,
    quiet_until    BIGINT,                          -- the receiver asked for it
    created_at     BIGINT  NOT NULL,
    changed_at     BIGINT  NOT NULL,
    UNIQUE (tenant, id)
);

-- Written by the unit of work that makes the change; id and number are given before its commit.
CREATE TABLE event (
    seq          ${sequence},
    id           TEXT,
    tenant       BIGINT NOT NULL,
    number       BIGINT,                            -- from 1 within the tenant, in the order of commits
    type         TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    verification TEXT,
    message      TEXT,
    purpose      TEXT   NOT NULL,
    channel      TEXT   NOT NULL,
    masked       TEXT,
    principal    BIGINT,
    carrier      TEXT,
    error        TEXT
);
CREATE INDEX event_unnumbered ON event (seq) WHERE number IS NULL;
CREATE UNIQUE INDEX event_by_number ON event (tenant, number);
CREATE UNIQUE INDEX event_by_id ON event (id);
CREATE INDEX event_age ON event (at);

CREATE TABLE event_count (
    tenant BIGINT NOT NULL PRIMARY KEY,
    last   BIGINT NOT NULL
);

CREATE TABLE webhook_delivery (
    id         TEXT    NOT NULL PRIMARY KEY,
    webhook    TEXT    NOT NULL,                    -- its uid
    event      TEXT    NOT NULL,                    -- its id
    state      TEXT    NOT NULL,                    -- due, leased, delivered, failed
    attempts   INTEGER NOT NULL,                    -- since it was last made due from outside
    due_at     BIGINT,                              -- when due, or when the lease ends; none once it is settled
    node       TEXT,                                -- who holds the lease
    give_up_at BIGINT  NOT NULL,
    created_at BIGINT  NOT NULL
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_delivery_ending ON webhook_delivery (give_up_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook, id);
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);

CREATE TABLE webhook_try (
    delivery TEXT    NOT NULL,
    number   INTEGER NOT NULL,                      -- from 1
    at       BIGINT  NOT NULL,
    took     BIGINT  NOT NULL,                      -- milliseconds
    status   INTEGER,
    error    TEXT,
    PRIMARY KEY (delivery, number)
);
