-- Messages tell the language that they were written in beside the locale that was asked for.

ALTER TABLE message ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
UPDATE message SET language = 'zh_CN' WHERE lower(locale) LIKE 'zh%';

ALTER TABLE inbox ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
UPDATE inbox SET language = 'zh_CN' WHERE lower(locale) LIKE 'zh%';
