-- The index of the search, kept by the database itself. Every document begins with @u and the id of its owner, so that
-- what others have never has to be looked through. SearchIndex has the queries, and the statements that fill it anew.

-- Words without marks and in small letters, parted where SQLite parts them. A tsvector holds a megabyte at most, so of a
-- longer text the first 150,000 characters count.
CREATE FUNCTION search_document(owner BIGINT, given TEXT) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT array_to_tsvector(ARRAY['@u' || owner]) || to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(
        lower(normalize(left(given, 150000), NFD)), '[\u0300-\u036f]', '', 'g'),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u2bff\u3000-\u303f\uff00-\uff0f\U0001f000-\U0001faff]+', ' ', 'g'))
$$;

CREATE TABLE messages_search (id BIGINT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE, document tsvector NOT NULL);
CREATE TABLE chats_search (id BIGINT PRIMARY KEY REFERENCES chats (id) ON DELETE CASCADE, document tsvector NOT NULL);
CREATE TABLE prompts_search (id BIGINT PRIMARY KEY REFERENCES prompts (id) ON DELETE CASCADE, document tsvector NOT NULL);
CREATE TABLE images_search (id BIGINT PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE, document tsvector NOT NULL);

INSERT INTO messages_search (id, document)
SELECT m.id, search_document(w.user_id, m.content) FROM messages m JOIN chats c ON c.id = m.chat_id JOIN workspaces w ON w.id = c.workspace_id
WHERE m.content <> '';
INSERT INTO chats_search (id, document)
SELECT c.id, search_document(w.user_id, c.name || ' ' || c.tags) FROM chats c JOIN workspaces w ON w.id = c.workspace_id;
INSERT INTO prompts_search (id, document)
SELECT p.id, search_document(p.user_id, p.title || ' ' || p.content || ' ' || p.tags) FROM prompts p;
INSERT INTO images_search (id, document)
SELECT i.id, search_document(i.user_id, i.prompt) FROM images i;

CREATE INDEX messages_search_document ON messages_search USING gin (document);
CREATE INDEX chats_search_document ON chats_search USING gin (document);
CREATE INDEX prompts_search_document ON prompts_search USING gin (document);
CREATE INDEX images_search_document ON images_search USING gin (document);

CREATE FUNCTION index_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO messages_search (id, document)
    SELECT NEW.id, search_document(w.user_id, NEW.content) FROM chats c JOIN workspaces w ON w.id = c.workspace_id
    WHERE c.id = NEW.chat_id
    ON CONFLICT (id) DO UPDATE SET document = EXCLUDED.document;
    RETURN NULL;
END $$;
-- An answer under way is an empty row, which is worth no entry.
CREATE TRIGGER messages_search_insert AFTER INSERT ON messages FOR EACH ROW WHEN (NEW.content <> '') EXECUTE FUNCTION index_message();
CREATE TRIGGER messages_search_update AFTER UPDATE OF content ON messages FOR EACH ROW WHEN (OLD.content <> NEW.content) EXECUTE FUNCTION index_message();

CREATE FUNCTION index_chat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO chats_search (id, document)
    SELECT NEW.id, search_document(w.user_id, NEW.name || ' ' || NEW.tags) FROM workspaces w WHERE w.id = NEW.workspace_id
    ON CONFLICT (id) DO UPDATE SET document = EXCLUDED.document;
    RETURN NULL;
END $$;
CREATE TRIGGER chats_search_insert AFTER INSERT ON chats FOR EACH ROW EXECUTE FUNCTION index_chat();
CREATE TRIGGER chats_search_update AFTER UPDATE OF name, tags ON chats FOR EACH ROW WHEN (OLD.name <> NEW.name OR OLD.tags <> NEW.tags) EXECUTE FUNCTION index_chat();

CREATE FUNCTION index_prompt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO prompts_search (id, document)
    VALUES (NEW.id, search_document(NEW.user_id, NEW.title || ' ' || NEW.content || ' ' || NEW.tags))
    ON CONFLICT (id) DO UPDATE SET document = EXCLUDED.document;
    RETURN NULL;
END $$;
CREATE TRIGGER prompts_search_change AFTER INSERT OR UPDATE OF title, content, tags ON prompts FOR EACH ROW EXECUTE FUNCTION index_prompt();

CREATE FUNCTION index_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO images_search (id, document) VALUES (NEW.id, search_document(NEW.user_id, NEW.prompt))
    ON CONFLICT (id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER images_search_insert AFTER INSERT ON images FOR EACH ROW EXECUTE FUNCTION index_image();
