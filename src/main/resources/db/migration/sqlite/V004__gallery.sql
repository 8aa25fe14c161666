-- A deleted picture keeps its row and file for some minutes, so that the deletion can be undone.
ALTER TABLE images ADD COLUMN favourite BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE images ADD COLUMN deleted_at TEXT;
CREATE INDEX images_deleted ON images (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX images_favourite ON images (user_id, favourite, id);
CREATE INDEX images_model ON images (user_id, model, id);
CREATE INDEX images_style ON images (user_id, style, id);
CREATE INDEX images_size ON images (user_id, width, height, id);
CREATE INDEX images_created ON images (user_id, created_at);

CREATE TABLE boards (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE INDEX boards_user ON boards (user_id, id);

CREATE TABLE board_images (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id   INTEGER NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    image_id   INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    UNIQUE (board_id, image_id)
);
CREATE INDEX board_images_image ON board_images (image_id);
