-- tags is a JSON array of strings. auto_title: nobody has named the chat yet. source_id: what the file called it that the
-- chat was imported from, so that it does not come twice.
ALTER TABLE chats ADD COLUMN system_prompt TEXT;
ALTER TABLE chats ADD COLUMN temperature REAL;
ALTER TABLE chats ADD COLUMN max_tokens INTEGER;
ALTER TABLE chats ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE chats ADD COLUMN pinned BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE chats ADD COLUMN archived BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE chats ADD COLUMN auto_title BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE chats ADD COLUMN source_id TEXT;
CREATE INDEX chats_source ON chats (workspace_id, source_id) WHERE source_id IS NOT NULL;

ALTER TABLE workspaces ADD COLUMN system_prompt TEXT;

-- left_out: how many of the oldest messages of its branch the model was not sent, because they did not fit.
ALTER TABLE messages ADD COLUMN edited_at TEXT;
ALTER TABLE messages ADD COLUMN left_out INTEGER;

-- What a message said before it was edited in place.
CREATE TABLE message_versions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    content    TEXT    NOT NULL,
    written_at TEXT    NOT NULL
);
CREATE INDEX message_versions_message ON message_versions (message_id, id);

-- What a person said while an answer was under way; asked one after the other, in the order of the ids.
CREATE TABLE queued_messages (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id    INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key_id     INTEGER,
    channel    TEXT    NOT NULL,
    content    TEXT    NOT NULL,
    model      TEXT,
    error      TEXT,
    version    INTEGER NOT NULL,
    created_at TEXT    NOT NULL
);
CREATE INDEX queued_messages_chat ON queued_messages (chat_id, id);
