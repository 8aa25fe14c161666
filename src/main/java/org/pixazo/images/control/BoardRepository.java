package org.pixazo.images.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.entity.Board;
import org.pixazo.images.entity.BoardFields;
import org.pixazo.schema.entity.InstantText;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Boards of users and what is on them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BoardRepository {

    private static final int FIRST_ID = 4;

    @PersistenceContext
    EntityManager em;

    /** Newest first. */
    public Page<Board> list(long userId, PageRequest page) {
        List<Board> rows = em.createQuery(
                        "SELECT b FROM Board b WHERE b.userId = :user AND b.id < :after ORDER BY b.id DESC",
                        Board.class)
                .setParameter("user", userId)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return page.page(rows, Board::id);
    }

    /** @throws NotFoundException where the user has no such board */
    public Board get(long userId, long id) {
        Board board = em.find(Board.class, id);
        if (board == null || board.userId() != userId) {
            throw new NotFoundException("There is no board " + id + ".");
        }
        return board;
    }

    /** How many pictures are on boards; an empty board is not in the answer. */
    public Map<Long, Long> sizes(List<Long> boardIds) {
        if (boardIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "SELECT b.boardId, COUNT(b) FROM BoardImage b, Image i WHERE b.boardId IN :boards"
                                + " AND i.id = b.imageId AND i.deletedAt IS NULL GROUP BY b.boardId",
                        Object[].class)
                .setParameter("boards", boardIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Board create(long userId, BoardFields fields) {
        Board board = new Board(userId, fields, Timestamps.now());
        em.persist(board);
        em.flush();
        return board;
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Board change(long userId, long id, IfMatch condition, UnaryOperator<BoardFields> change) {
        Board board = get(userId, id);
        condition.check(board.version());
        board.change(change.apply(board.fields()), Timestamps.now());
        em.flush();
        return board;
    }

    /** Removes a board; its pictures stay. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, long id, IfMatch condition) {
        Board board = get(userId, id);
        condition.check(board.version());
        em.remove(board);
    }

    /** Puts pictures of the user on a board; those that are on it already stay. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Board put(long userId, long id, Set<Long> imageIds) {
        Board board = get(userId, id);
        List<Long> ids = List.copyOf(imageIds);
        String places = IntStream.range(FIRST_ID, FIRST_ID + ids.size())
                .mapToObj(place -> "?" + place)
                .collect(Collectors.joining(", "));
        Query insert = em.createNativeQuery("INSERT INTO board_images (board_id, image_id, created_at)"
                        + " SELECT CAST(?1 AS BIGINT), i.id, CAST(?2 AS TEXT) FROM images i"
                        + " WHERE i.user_id = ?3 AND i.deleted_at IS NULL AND i.id IN (" + places
                        + ") ON CONFLICT DO NOTHING")
                .setParameter(1, id)
                .setParameter(2, InstantText.of(Timestamps.now()))
                .setParameter(3, userId);
        for (int i = 0; i < ids.size(); i++) {
            insert.setParameter(FIRST_ID + i, ids.get(i));
        }
        insert.executeUpdate();
        return board;
    }

    /** Takes a picture off a board. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void take(long userId, long id, long imageId) {
        get(userId, id);
        em.createQuery("DELETE FROM BoardImage b WHERE b.boardId = :board AND b.imageId = :image")
                .setParameter("board", id)
                .setParameter("image", imageId)
                .executeUpdate();
    }
}
