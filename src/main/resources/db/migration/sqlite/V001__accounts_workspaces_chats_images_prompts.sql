-- Points in time are UTC text of a fixed width that sorts: 2026-11-24T10:41:37.123456Z

CREATE TABLE users (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    username            TEXT    NOT NULL,
    email               TEXT,
    password_hash       TEXT    NOT NULL,
    role                TEXT    NOT NULL CHECK (role IN ('user', 'admin')),
    status              TEXT    NOT NULL CHECK (status IN ('active', 'disabled')),
    default_text_model  TEXT,
    default_image_model TEXT,
    default_style       TEXT,
    version             INTEGER NOT NULL,
    created_at          TEXT    NOT NULL,
    updated_at          TEXT    NOT NULL
);
CREATE UNIQUE INDEX users_username ON users (lower(username));

CREATE TABLE sessions (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id      INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash   TEXT    NOT NULL UNIQUE,
    created_at   TEXT    NOT NULL,
    expires_at   TEXT    NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE api_keys (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id             INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name                TEXT    NOT NULL,
    prefix              TEXT    NOT NULL,
    secret_hash         TEXT    NOT NULL UNIQUE,
    scopes              TEXT    NOT NULL,
    models              TEXT,
    requests_per_minute INTEGER,
    monthly_tokens      INTEGER,
    provisioned         BOOLEAN NOT NULL DEFAULT FALSE,
    expires_at          TEXT,
    last_used_at        TEXT,
    version             INTEGER NOT NULL,
    created_at          TEXT    NOT NULL
);
CREATE INDEX api_keys_user ON api_keys (user_id, id);

CREATE TABLE credentials (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    provider   TEXT    NOT NULL,
    sealed_key TEXT    NOT NULL,
    updated_at TEXT    NOT NULL,
    UNIQUE (user_id, provider)
);

CREATE TABLE workspaces (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id     INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name        TEXT    NOT NULL,
    description TEXT,
    model       TEXT,
    version     INTEGER NOT NULL,
    created_at  TEXT    NOT NULL,
    updated_at  TEXT    NOT NULL
);
CREATE INDEX workspaces_user ON workspaces (user_id, id);

CREATE TABLE chats (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace_id       INTEGER NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name               TEXT    NOT NULL,
    model              TEXT,
    current_message_id INTEGER,
    version            INTEGER NOT NULL,
    created_at         TEXT    NOT NULL,
    updated_at         TEXT    NOT NULL
);
CREATE INDEX chats_workspace ON chats (workspace_id, id);

-- A message's parent is the message that it follows; regenerating an answer adds a sibling.
-- An answer under way is leased by the server that receives it; a lease that runs out means that the server died.
CREATE TABLE messages (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id           INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    parent_id         INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    role              TEXT    NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
    content           TEXT    NOT NULL,
    model             TEXT,
    status            TEXT    NOT NULL CHECK (status IN ('streaming', 'complete', 'stopped', 'failed', 'interrupted')),
    error             TEXT,
    finish_reason     TEXT,
    prompt_tokens     INTEGER,
    completion_tokens INTEGER,
    tokens_estimated  BOOLEAN NOT NULL DEFAULT FALSE,
    lease_owner       TEXT,
    lease_until       TEXT,
    version           INTEGER NOT NULL,
    created_at        TEXT    NOT NULL,
    updated_at        TEXT    NOT NULL
);
CREATE INDEX messages_chat ON messages (chat_id, id);
CREATE INDEX messages_parent ON messages (parent_id);
CREATE INDEX messages_streaming ON messages (lease_until) WHERE status = 'streaming';

CREATE TABLE image_jobs (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id         INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    workspace_id    INTEGER REFERENCES workspaces (id) ON DELETE CASCADE,
    chat_id         INTEGER REFERENCES chats (id) ON DELETE CASCADE,
    status          TEXT    NOT NULL CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    prompt          TEXT    NOT NULL,
    negative_prompt TEXT,
    model           TEXT    NOT NULL,
    style           TEXT,
    width           INTEGER NOT NULL,
    height          INTEGER NOT NULL,
    num_steps       INTEGER,
    guidance_scale  REAL,
    seed            INTEGER NOT NULL,
    n               INTEGER NOT NULL,
    done            INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    error           TEXT,
    next_attempt_at TEXT    NOT NULL,
    lease_owner     TEXT,
    lease_until     TEXT,
    version         INTEGER NOT NULL,
    created_at      TEXT    NOT NULL,
    updated_at      TEXT    NOT NULL,
    finished_at     TEXT
);
CREATE INDEX image_jobs_user ON image_jobs (user_id, id);
CREATE INDEX image_jobs_workspace ON image_jobs (workspace_id);
CREATE INDEX image_jobs_chat ON image_jobs (chat_id);
CREATE INDEX image_jobs_waiting ON image_jobs (next_attempt_at) WHERE status = 'queued';
CREATE INDEX image_jobs_running ON image_jobs (lease_until) WHERE status = 'running';

-- The unique pair (job_id, job_index) makes it impossible that a job stores one of its pictures twice.
CREATE TABLE images (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id         INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    workspace_id    INTEGER REFERENCES workspaces (id) ON DELETE CASCADE,
    chat_id         INTEGER REFERENCES chats (id) ON DELETE CASCADE,
    job_id          INTEGER REFERENCES image_jobs (id) ON DELETE SET NULL,
    job_index       INTEGER,
    prompt          TEXT    NOT NULL,
    negative_prompt TEXT,
    model           TEXT    NOT NULL,
    style           TEXT,
    width           INTEGER NOT NULL,
    height          INTEGER NOT NULL,
    num_steps       INTEGER,
    guidance_scale  REAL,
    seed            INTEGER NOT NULL,
    media_type      TEXT    NOT NULL,
    bytes           INTEGER NOT NULL,
    sha256          TEXT    NOT NULL,
    image_url       TEXT GENERATED ALWAYS AS ('/api/images/' || id || '/file') VIRTUAL,
    thumbnail_url   TEXT GENERATED ALWAYS AS ('/api/images/' || id || '/thumbnail') VIRTUAL,
    version         INTEGER NOT NULL,
    created_at      TEXT    NOT NULL,
    UNIQUE (job_id, job_index)
);
CREATE INDEX images_user ON images (user_id, id);
CREATE INDEX images_workspace ON images (workspace_id, id);
CREATE INDEX images_chat ON images (chat_id, id);
CREATE INDEX images_sha256 ON images (sha256);

-- tags is a JSON array of strings.
CREATE TABLE prompts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id      INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    workspace_id INTEGER REFERENCES workspaces (id) ON DELETE SET NULL,
    title        TEXT    NOT NULL,
    content      TEXT    NOT NULL,
    tags         TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    created_at   TEXT    NOT NULL,
    updated_at   TEXT    NOT NULL
);
CREATE INDEX prompts_user ON prompts (user_id, id);
CREATE INDEX prompts_workspace ON prompts (workspace_id, id);

-- What a request with an Idempotency-Key made, for 24 hours.
CREATE TABLE idempotency_keys (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id     INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key         TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    resource    TEXT    NOT NULL,
    created_at  TEXT    NOT NULL,
    UNIQUE (user_id, key)
);
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
