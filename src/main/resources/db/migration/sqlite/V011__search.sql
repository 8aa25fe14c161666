-- The index of the search, kept by the database itself. It holds no texts, only where words stand; owner is the letter u
-- and the id of the user, so that what others have never has to be looked through. SearchIndex has the queries, and the
-- statements that fill it anew.

CREATE VIRTUAL TABLE messages_fts USING fts5(owner, content, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE chats_fts USING fts5(owner, name, tags, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE prompts_fts USING fts5(owner, title, content, tags, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE images_fts USING fts5(owner, prompt, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

INSERT INTO messages_fts (rowid, owner, content)
SELECT m.id, 'u' || w.user_id, m.content FROM messages m JOIN chats c ON c.id = m.chat_id JOIN workspaces w ON w.id = c.workspace_id
WHERE m.content <> '' ORDER BY m.id;
INSERT INTO chats_fts (rowid, owner, name, tags)
SELECT c.id, 'u' || w.user_id, c.name, c.tags FROM chats c JOIN workspaces w ON w.id = c.workspace_id ORDER BY c.id;
INSERT INTO prompts_fts (rowid, owner, title, content, tags)
SELECT p.id, 'u' || p.user_id, p.title, p.content, p.tags FROM prompts p ORDER BY p.id;
INSERT INTO images_fts (rowid, owner, prompt)
SELECT i.id, 'u' || i.user_id, i.prompt FROM images i ORDER BY i.id;

-- An answer under way is an empty row, which is worth no entry.
CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages WHEN NEW.content <> '' BEGIN
    INSERT INTO messages_fts (rowid, owner, content)
    SELECT NEW.id, 'u' || w.user_id, NEW.content FROM chats c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id = NEW.chat_id;
END;
CREATE TRIGGER messages_fts_update AFTER UPDATE OF content ON messages WHEN OLD.content <> NEW.content BEGIN
    DELETE FROM messages_fts WHERE rowid = OLD.id;
    INSERT INTO messages_fts (rowid, owner, content)
    SELECT NEW.id, 'u' || w.user_id, NEW.content FROM chats c JOIN workspaces w ON w.id = c.workspace_id WHERE c.id = NEW.chat_id;
END;
CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages WHEN OLD.content <> '' BEGIN
    DELETE FROM messages_fts WHERE rowid = OLD.id;
END;

CREATE TRIGGER chats_fts_insert AFTER INSERT ON chats BEGIN
    INSERT INTO chats_fts (rowid, owner, name, tags)
    SELECT NEW.id, 'u' || w.user_id, NEW.name, NEW.tags FROM workspaces w WHERE w.id = NEW.workspace_id;
END;
CREATE TRIGGER chats_fts_update AFTER UPDATE OF name, tags ON chats WHEN OLD.name <> NEW.name OR OLD.tags <> NEW.tags BEGIN
    DELETE FROM chats_fts WHERE rowid = OLD.id;
    INSERT INTO chats_fts (rowid, owner, name, tags)
    SELECT NEW.id, 'u' || w.user_id, NEW.name, NEW.tags FROM workspaces w WHERE w.id = NEW.workspace_id;
END;
CREATE TRIGGER chats_fts_delete AFTER DELETE ON chats BEGIN
    DELETE FROM chats_fts WHERE rowid = OLD.id;
END;

CREATE TRIGGER prompts_fts_insert AFTER INSERT ON prompts BEGIN
    INSERT INTO prompts_fts (rowid, owner, title, content, tags)
    VALUES (NEW.id, 'u' || NEW.user_id, NEW.title, NEW.content, NEW.tags);
END;
CREATE TRIGGER prompts_fts_update AFTER UPDATE OF title, content, tags ON prompts BEGIN
    DELETE FROM prompts_fts WHERE rowid = OLD.id;
    INSERT INTO prompts_fts (rowid, owner, title, content, tags)
    VALUES (NEW.id, 'u' || NEW.user_id, NEW.title, NEW.content, NEW.tags);
END;
CREATE TRIGGER prompts_fts_delete AFTER DELETE ON prompts BEGIN
    DELETE FROM prompts_fts WHERE rowid = OLD.id;
END;

CREATE TRIGGER images_fts_insert AFTER INSERT ON images BEGIN
    INSERT INTO images_fts (rowid, owner, prompt) VALUES (NEW.id, 'u' || NEW.user_id, NEW.prompt);
END;
CREATE TRIGGER images_fts_delete AFTER DELETE ON images BEGIN
    DELETE FROM images_fts WHERE rowid = OLD.id;
END;
