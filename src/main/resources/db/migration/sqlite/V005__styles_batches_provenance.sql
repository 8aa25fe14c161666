-- Styles of people, beside those of the product. suits is a JSON array of strings.
CREATE TABLE styles (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id         INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    workspace_id    INTEGER REFERENCES workspaces (id) ON DELETE SET NULL,
    name            TEXT    NOT NULL,
    category        TEXT    NOT NULL,
    description     TEXT    NOT NULL,
    prompt          TEXT    NOT NULL,
    negative_prompt TEXT    NOT NULL,
    suggested_model TEXT,
    suits           TEXT    NOT NULL,
    version         INTEGER NOT NULL,
    created_at      TEXT    NOT NULL,
    updated_at      TEXT    NOT NULL
);
CREATE INDEX styles_user ON styles (user_id, id);
CREATE INDEX styles_workspace ON styles (workspace_id, id);

-- Jobs of one order have a batch, named by the id of its first job. What the model was asked stays with the job and the
-- picture, since the style may change or go.
ALTER TABLE image_jobs ADD COLUMN batch_id INTEGER;
ALTER TABLE image_jobs ADD COLUMN styled_prompt TEXT;
ALTER TABLE image_jobs ADD COLUMN styled_negative_prompt TEXT;
ALTER TABLE image_jobs ADD COLUMN idea TEXT;
ALTER TABLE image_jobs ADD COLUMN enhanced TEXT;
ALTER TABLE image_jobs ADD COLUMN template TEXT;
ALTER TABLE image_jobs ADD COLUMN parent_image_id INTEGER REFERENCES images (id) ON DELETE SET NULL;
ALTER TABLE image_jobs ADD COLUMN reference_image_id INTEGER;
ALTER TABLE image_jobs ADD COLUMN mask_image_id INTEGER;
ALTER TABLE image_jobs ADD COLUMN strength REAL;
CREATE INDEX image_jobs_batch ON image_jobs (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX image_jobs_parent ON image_jobs (parent_image_id) WHERE parent_image_id IS NOT NULL;

-- A picture was made by a job, or uploaded to be worked on.
ALTER TABLE images ADD COLUMN uploaded BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE images ADD COLUMN batch_id INTEGER;
ALTER TABLE images ADD COLUMN styled_prompt TEXT;
ALTER TABLE images ADD COLUMN styled_negative_prompt TEXT;
ALTER TABLE images ADD COLUMN idea TEXT;
ALTER TABLE images ADD COLUMN enhanced TEXT;
ALTER TABLE images ADD COLUMN template TEXT;
ALTER TABLE images ADD COLUMN parent_image_id INTEGER REFERENCES images (id) ON DELETE SET NULL;
CREATE INDEX images_batch ON images (user_id, batch_id, id) WHERE batch_id IS NOT NULL;
CREATE INDEX images_parent ON images (parent_image_id, id) WHERE parent_image_id IS NOT NULL;
CREATE INDEX images_uploaded ON images (user_id, uploaded, id);
