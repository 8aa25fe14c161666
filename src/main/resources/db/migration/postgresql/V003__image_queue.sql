-- When the job was last taken up: whoever was served longest ago comes next.
ALTER TABLE image_jobs ADD COLUMN started_at TEXT;
CREATE INDEX image_jobs_served ON image_jobs (user_id, started_at) WHERE started_at IS NOT NULL;
CREATE INDEX image_jobs_ended ON image_jobs (user_id, status, id);

-- How long the model took, for estimates. Null for pictures that came in another way.
ALTER TABLE images ADD COLUMN made_in_ms BIGINT;
CREATE INDEX images_model_made ON images (model, id) WHERE made_in_ms IS NOT NULL;

-- The one row of the queue's state. A paused queue begins no job; what runs goes on.
CREATE TABLE image_queue (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    paused     BOOLEAN NOT NULL,
    changed_at TEXT    NOT NULL
);
INSERT INTO image_queue (id, paused, changed_at) VALUES (1, FALSE, '2026-11-24T00:00:00.000000Z');
