-- Users as administrators manage them, what is told of their keys, and notices.

ALTER TABLE principal ADD COLUMN uid            BIGINT  NOT NULL DEFAULT 0; -- 0 for a root
ALTER TABLE principal ADD COLUMN remark         TEXT    NOT NULL DEFAULT '';
ALTER TABLE principal ADD COLUMN console        INTEGER NOT NULL DEFAULT 0; -- whether it may log in to a console
ALTER TABLE principal ADD COLUMN password       TEXT;                       -- a password hash in PHC form
ALTER TABLE principal ADD COLUMN must_reset     INTEGER NOT NULL DEFAULT 0;
ALTER TABLE principal ADD COLUMN created_at     BIGINT  NOT NULL DEFAULT 0; -- 0: before this was kept
ALTER TABLE principal ADD COLUMN login_at       BIGINT;
ALTER TABLE principal ADD COLUMN login_source   BYTEA;                      -- sealed
ALTER TABLE principal ADD COLUMN cool_off_until BIGINT;

UPDATE principal SET uid = 10000000000 + (
    SELECT COUNT(*) FROM principal before WHERE before.uin < principal.uin AND before.uin <> before.tenant)
WHERE uin <> tenant;

CREATE INDEX principal_of_tenant ON principal (tenant, name);
CREATE INDEX principal_by_uid ON principal (uid);

ALTER TABLE access_key ADD COLUMN created_at  BIGINT NOT NULL DEFAULT 0;    -- 0: before this was kept
ALTER TABLE access_key ADD COLUMN description TEXT   NOT NULL DEFAULT '';

CREATE INDEX access_key_of_principal ON access_key (uin);
CREATE INDEX api_key_of_principal ON api_key (uin);

-- A notice belongs to no verification: it says itself where it goes.
ALTER TABLE message ADD COLUMN recipient BYTEA;                             -- sealed

CREATE INDEX verification_of_principal ON verification (principal) WHERE code IS NOT NULL;
