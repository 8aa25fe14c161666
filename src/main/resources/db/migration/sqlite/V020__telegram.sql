-- What Telegram sent, noted before it is acknowledged; worked on in order within a chat, and kept for some days so that an
-- update that comes twice is known.
CREATE TABLE telegram_updates (
    update_id  INTEGER PRIMARY KEY,
    chat_id    INTEGER NOT NULL,
    body       TEXT    NOT NULL,
    handled    BOOLEAN NOT NULL,
    created_at TEXT    NOT NULL
);
CREATE INDEX telegram_updates_waiting ON telegram_updates (chat_id, update_id) WHERE NOT handled;
CREATE INDEX telegram_updates_created ON telegram_updates (created_at);

-- Who a person on Telegram is here. own_account: made by the bot, so that a link moves what it holds.
CREATE TABLE telegram_users (
    telegram_id INTEGER PRIMARY KEY,
    user_id     INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name        TEXT    NOT NULL,
    own_account BOOLEAN NOT NULL,
    created_at  TEXT    NOT NULL
);
CREATE INDEX telegram_users_user ON telegram_users (user_id);

CREATE TABLE telegram_codes (
    user_id    INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    code_hash  TEXT    NOT NULL UNIQUE,
    expires_at TEXT    NOT NULL
);

-- The chat that goes on where a person writes: in a group each person has an own one.
CREATE TABLE telegram_conversations (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_chat_id INTEGER NOT NULL,
    user_id          INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    chat_id          INTEGER REFERENCES chats (id) ON DELETE SET NULL,
    UNIQUE (telegram_chat_id, user_id)
);
CREATE INDEX telegram_conversations_user ON telegram_conversations (user_id);
CREATE INDEX telegram_conversations_chat ON telegram_conversations (chat_id);

-- What is to be sent, in the order of the ids within a chat; a row goes when Telegram has it.
CREATE TABLE telegram_queue (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_chat_id INTEGER NOT NULL,
    body             TEXT    NOT NULL,
    sending          BOOLEAN NOT NULL,
    created_at       TEXT    NOT NULL
);
CREATE INDEX telegram_queue_chat ON telegram_queue (telegram_chat_id, id);

-- Messages on Telegram that are edited later, by what they are about: answer:5, job:7.
CREATE TABLE telegram_messages (
    about      TEXT    PRIMARY KEY,
    message_id INTEGER NOT NULL,
    created_at TEXT    NOT NULL
);
CREATE INDEX telegram_messages_created ON telegram_messages (created_at);

-- Answers and image jobs that somebody on Telegram waits for.
CREATE TABLE telegram_waits (
    about            TEXT    PRIMARY KEY,
    subject_id       INTEGER NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('answer', 'job')),
    telegram_chat_id INTEGER NOT NULL,
    user_id          INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    place            TEXT    NOT NULL,
    created_at       TEXT    NOT NULL
);
CREATE INDEX telegram_waits_user ON telegram_waits (user_id);
CREATE INDEX telegram_waits_chat ON telegram_waits (telegram_chat_id, kind);
