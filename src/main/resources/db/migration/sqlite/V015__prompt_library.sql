-- A prompt belongs to one user, so its mark as a favourite is that user's. saved is the number of its newest version.
-- content_key tells prompts of the same content; null until a user's library is next added to.
ALTER TABLE prompts ADD COLUMN description TEXT;
ALTER TABLE prompts ADD COLUMN favourite BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE prompts ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE prompts ADD COLUMN used_at TEXT;
ALTER TABLE prompts ADD COLUMN saved INTEGER NOT NULL DEFAULT 1;
ALTER TABLE prompts ADD COLUMN content_key TEXT;
CREATE INDEX prompts_content ON prompts (user_id, content_key);
CREATE INDEX prompts_favourite ON prompts (user_id, favourite, id);

-- What a prompt was after each save.
CREATE TABLE prompt_versions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    prompt_id   INTEGER NOT NULL REFERENCES prompts (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    title       TEXT    NOT NULL,
    content     TEXT    NOT NULL,
    tags        TEXT    NOT NULL,
    description TEXT,
    created_at  TEXT    NOT NULL,
    UNIQUE (prompt_id, number)
);
INSERT INTO prompt_versions (prompt_id, number, title, content, tags, created_at)
SELECT id, 1, title, content, tags, updated_at FROM prompts;
