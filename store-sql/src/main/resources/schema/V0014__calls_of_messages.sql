-- Which call a message was sent for, and a mail as it was written.

ALTER TABLE message ADD COLUMN request TEXT;       -- the id of the call; none for a message that no call asked for
ALTER TABLE message ADD COLUMN action TEXT;        -- its full name, dialect/product/version/Action; empty for none

ALTER TABLE inbox ADD COLUMN subject BYTEA;        -- sealed; of a mail
ALTER TABLE inbox ADD COLUMN html BYTEA;           -- sealed; a mail's second form
