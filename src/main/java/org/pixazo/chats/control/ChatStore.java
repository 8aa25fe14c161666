package org.pixazo.chats.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.pixazo.chats.entity.Chat;
import org.pixazo.chats.entity.ChatContent;
import org.pixazo.chats.entity.ExportedMessage;
import org.pixazo.chats.entity.ImagesImported;
import org.pixazo.chats.entity.MessageStatus;
import org.pixazo.schema.entity.InstantText;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.IdempotencyKeys;
import org.pixazo.web.entity.IdempotencyKey;

/** Stores chats of files, each in a short transaction of its own, whole or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ChatStore {

    private static final String INSERT = "INSERT INTO messages (chat_id, parent_id, role, content, model, status,"
            + " tokens_estimated, version, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, FALSE, 1, ?, ?) RETURNING id";

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "java:app/jdbc/pixazo")
    DataSource dataSource;

    @Inject
    MessageRepository messages;

    @Inject
    IdempotencyKeys idempotency;

    @Inject
    Event<ImagesImported> imagesImported;

    /** What a request with this key made before. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<String> before(IdempotencyKey key) {
        return idempotency.find(key);
    }

    /** Notes what a request made. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remember(IdempotencyKey key, String made) {
        idempotency.remember(key, made);
    }

    /** Whether a workspace has a chat already: one that came under this name, or the one that the name was given to here. */
    public boolean has(long workspaceId, String sourceId) {
        boolean came = !em.createQuery(
                        "SELECT c.id FROM Chat c WHERE c.workspaceId = :workspace AND c.sourceId = :source", Long.class)
                .setParameter("workspace", workspaceId)
                .setParameter("source", sourceId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
        return came
                || own(sourceId)
                        .filter(id -> isNamed(id, workspaceId, sourceId))
                        .isPresent();
    }

    private static Optional<Long> own(String sourceId) {
        return sourceId.matches(Chat.SOURCE + "\\d{1,18}@.+")
                ? Optional.of(Long.parseLong(sourceId.substring(Chat.SOURCE.length(), sourceId.indexOf('@'))))
                : Optional.empty();
    }

    private boolean isNamed(long chatId, long workspaceId, String sourceId) {
        Chat chat = em.find(Chat.class, chatId);
        return chat != null
                && chat.workspaceId() == workspaceId
                && chat.sourceId().equals(sourceId);
    }

    /**
     * Makes a chat.
     *
     * @param pictures gives the bytes of a picture by their hash, where they came along
     * @return its id
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public long add(long userId, long workspaceId, ReadChat read, Function<String, Optional<byte[]>> pictures) {
        ChatContent content = read.content();
        Chat chat = Chat.imported(workspaceId, content, read.sourceId());
        em.persist(chat);
        em.flush();
        List<Long> ids = insert(chat.id(), null, content);
        if (!ids.isEmpty()) {
            messages.moveTip(chat.id(), ids.get(content.tip()), content.updatedAt());
        }
        imagesImported.fire(new ImagesImported(userId, workspaceId, chat.id(), content.images(), pictures));
        return chat.id();
    }

    /**
     * Puts the messages of a file behind the newest one of a chat.
     *
     * @return their ids, in the order of the file
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<Long> append(long userId, Chat to, ReadChat read, Function<String, Optional<byte[]>> pictures) {
        ChatContent content = read.content();
        Long tip = messages.takeTurn(userId, to.id());
        List<Long> ids = insert(to.id(), tip, content);
        if (!ids.isEmpty()) {
            messages.moveTip(to.id(), ids.get(content.tip()), Timestamps.now());
        }
        imagesImported.fire(new ImagesImported(userId, to.workspaceId(), to.id(), content.images(), pictures));
        return ids;
    }

    /**
     * By JDBC, which takes a tenth of the time that JPA takes for a row, so that the database is not kept from others.
     *
     * @param root id of the message that the first ones follow; null for none
     */
    private List<Long> insert(long chatId, Long root, ChatContent content) {
        List<Long> ids = new ArrayList<>(content.messages().size());
        // In a transaction the pool gives the connection that JPA writes by.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ExportedMessage message : content.messages()) {
                int parent = message.parentOf(ids.size());
                ids.add(insert(insert, chatId, parent < 0 ? root : ids.get(parent), message));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The messages of a file cannot be stored", e);
        }
        return ids;
    }

    private static long insert(PreparedStatement insert, long chatId, Long parent, ExportedMessage message)
            throws SQLException {
        Instant time = message.createdAt();
        boolean lost = MessageStatus.STREAMING.word().equals(message.status());
        insert.setLong(1, chatId);
        if (parent == null) {
            insert.setNull(2, Types.BIGINT);
        } else {
            insert.setLong(2, parent);
        }
        insert.setString(3, message.role());
        insert.setString(4, message.content());
        insert.setString(5, message.model());
        // What was still coming comes no further.
        insert.setString(
                6,
                message.status() == null
                        ? MessageStatus.COMPLETE.word()
                        : lost ? MessageStatus.INTERRUPTED.word() : message.status());
        insert.setString(7, InstantText.of(time));
        insert.setString(8, InstantText.of(time));
        try (ResultSet id = insert.executeQuery()) {
            id.next();
            return id.getLong(1);
        }
    }
}
