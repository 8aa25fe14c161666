package org.pixazo.search.control;

import java.util.List;
import org.pixazo.search.entity.HitKind;
import org.pixazo.search.entity.Term;

/**
 * The index of words of one database. Triggers keep it (migration V011); this knows how to ask it, and how to fill it
 * anew.
 */
interface SearchIndex {

    /** Name of the table that indexes a kind. */
    String table(HitKind kind);

    /** The column of that table, under the name {@code f}, which has the id of the thing. */
    String key();

    /** A condition on that table, under the name {@code f}, with one parameter. */
    String condition(HitKind kind, String parameter);

    /**
     * The value of that parameter.
     *
     * @param userId whose things are looked for
     * @param terms of words
     * @param longer whether words are looked for that only begin like those given, and not those
     */
    String match(long userId, List<Term> terms, boolean longer);

    /** The statement that takes everything of a kind out of the index. */
    String clear(HitKind kind);

    /** The statement that puts the things of a kind into the index whose ids are above the first parameter and not above the second. */
    String fill(HitKind kind);
}
