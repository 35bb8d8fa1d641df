-- Which call a message was sent for, and a mail as it was written.

ALTER TABLE message ADD COLUMN request TEXT;       -- the id of the call; none for a message that no call asked for
ALTER TABLE message ADD COLUMN action TEXT;        -- with its product, as product:Action; empty for a call of no action

ALTER TABLE inbox ADD COLUMN subject BYTEA;        -- sealed; of a mail
ALTER TABLE inbox ADD COLUMN html BYTEA;           -- sealed; a mail's second form
