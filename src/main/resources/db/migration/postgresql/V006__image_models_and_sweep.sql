-- Image models of administrators, and those of the product that administrators changed. definition is a JSON object.
CREATE TABLE image_models (
    id         TEXT    PRIMARY KEY,
    definition TEXT    NOT NULL,
    version    BIGINT NOT NULL,
    created_at TEXT    NOT NULL,
    updated_at TEXT    NOT NULL
);

-- The one row of the sweep through the files of pictures: who sweeps now, and what the last sweep found.
CREATE TABLE image_sweep (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    lease_owner TEXT,
    lease_until TEXT,
    started_at  TEXT,
    finished_at TEXT,
    files       BIGINT NOT NULL,
    orphans     BIGINT NOT NULL,
    freed_bytes BIGINT NOT NULL,
    missing     BIGINT NOT NULL
);
INSERT INTO image_sweep (id, files, orphans, freed_bytes, missing) VALUES (1, 0, 0, 0, 0);
