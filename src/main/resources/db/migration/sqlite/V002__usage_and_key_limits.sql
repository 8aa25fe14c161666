-- Money is a whole number of billionths of a US dollar.

ALTER TABLE api_keys ADD COLUMN tokens_per_minute INTEGER;
ALTER TABLE api_keys ADD COLUMN parallel_requests INTEGER;
ALTER TABLE api_keys ADD COLUMN monthly_cost INTEGER;
ALTER TABLE api_keys ADD COLUMN blocked BOOLEAN NOT NULL DEFAULT FALSE;

-- Who ordered, for the ledger: a job may be done after a restart, or by another server.
ALTER TABLE image_jobs ADD COLUMN key_id INTEGER;
ALTER TABLE image_jobs ADD COLUMN channel TEXT NOT NULL DEFAULT 'web';

-- One row for each call of a model. It has no foreign keys: what was spent stays true when a user or a key goes, ids are
-- never given twice, and the rows are written some time after the call, when either may be gone.
CREATE TABLE usage (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id           INTEGER NOT NULL,
    key_id            INTEGER,
    job_id            INTEGER,
    channel           TEXT    NOT NULL,
    kind              TEXT    NOT NULL CHECK (kind IN ('text', 'image')),
    model             TEXT    NOT NULL,
    provider          TEXT    NOT NULL,
    prompt_tokens     INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    tokens_estimated  BOOLEAN NOT NULL,
    images            INTEGER NOT NULL,
    cost              INTEGER,
    first_token_ms    INTEGER,
    total_ms          INTEGER,
    status            TEXT    NOT NULL CHECK (status IN ('running', 'complete', 'stopped', 'aborted', 'failed', 'interrupted')),
    http_status       INTEGER,
    request_id        TEXT    NOT NULL,
    node              TEXT    NOT NULL,
    created_at        TEXT    NOT NULL
);
CREATE INDEX usage_user ON usage (user_id, id);
CREATE INDEX usage_user_created ON usage (user_id, created_at);
CREATE INDEX usage_key_created ON usage (key_id, created_at);
CREATE INDEX usage_created ON usage (created_at);
CREATE INDEX usage_running ON usage (node) WHERE status = 'running';
CREATE INDEX usage_job ON usage (job_id) WHERE job_id IS NOT NULL;
