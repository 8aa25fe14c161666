-- What administrators say of single people on Telegram, also of such as have not come yet. role: of the account that a
-- person gets on first contact. Limits: null for those of the settings.
CREATE TABLE telegram_access (
    telegram_id     INTEGER PRIMARY KEY,
    access          TEXT    NOT NULL CHECK (access IN ('default', 'allowed', 'blocked')),
    role            TEXT    NOT NULL CHECK (role IN ('user', 'admin')),
    daily_questions INTEGER CHECK (daily_questions >= 0),
    daily_images    INTEGER CHECK (daily_images >= 0),
    version         INTEGER NOT NULL,
    created_at      TEXT    NOT NULL,
    updated_at      TEXT    NOT NULL
);
