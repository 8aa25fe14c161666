package org.pixazo.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.search.entity.Find;
import org.pixazo.search.entity.Hit;
import org.pixazo.search.entity.HitKind;
import org.pixazo.search.entity.Passage;
import org.pixazo.search.entity.SearchCursor;
import org.pixazo.search.entity.SearchQuery;
import org.pixazo.web.entity.Page;

/**
 * Looks through what a caller may see, and puts what it finds in order. It looks at some hundred things of each kind at a
 * time, the latest stored first: to weigh every text that has a common word would take longer than anybody waits.
 */
@ApplicationScoped
public class Search {

    private static final int TITLE = 80;
    private static final int WINDOW = 300;
    private static final int NAMED = 2;

    @Inject
    Finds finds;

    /** The best first; of each kind only where the caller's credentials open it. */
    public Page<Hit> find(Caller caller, SearchQuery query, SearchCursor from, int limit) {
        List<Long> workspaces =
                query.workspaces().isEmpty() ? null : finds.workspaces(caller.userId(), query.workspaces());
        if (workspaces != null && workspaces.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<Find> found = new ArrayList<>();
        SearchCursor at = from;
        while (true) {
            Window window = look(caller, query, at, workspaces);
            for (Find find : window.finds()) {
                if (found.size() == limit) {
                    // There is more; the page ends behind the last one that it has.
                    return page(found, query, at);
                }
                found.add(find);
                at = at.behind(find);
            }
            if (window.next() == null) {
                return page(found, query, null);
            }
            at = window.next();
            if (found.size() == limit) {
                return page(found, query, at);
            }
        }
    }

    /** @param next the window behind it; null behind the last */
    private record Window(List<Find> finds, SearchCursor next) {}

    private Window look(Caller caller, SearchQuery query, SearchCursor at, List<Long> workspaces) {
        List<Find> finds = new ArrayList<>();
        Map<HitKind, Long> ends = new EnumMap<>(HitKind.class);
        boolean more = false;
        for (HitKind kind : HitKind.values()) {
            List<Find> some = opened(kind, caller.scopes()) && at.below().get(kind) > 0
                    ? this.finds.latest(
                            caller.userId(),
                            kind,
                            query,
                            at.longer(),
                            at.below().get(kind),
                            workspaces,
                            WINDOW)
                    : List.of();
            boolean full = some.size() == WINDOW;
            // 0 where nothing is below, so that nobody looks there again.
            ends.put(kind, full ? some.get(WINDOW - 1).id() : 0L);
            more |= full;
            some.forEach(find -> finds.add(find.scored(score(find, query))));
        }
        finds.sort(Find.ORDER);
        if (at.after() != null) {
            finds.removeIf(find -> Find.ORDER.compare(find, at.after()) <= 0);
        }
        if (more) {
            return new Window(finds, SearchCursor.window(at.longer(), ends));
        }
        return new Window(finds, at.longer() || !query.mayGoOn() ? null : SearchCursor.window(true, Map.of()));
    }

    private static boolean opened(HitKind kind, Set<Scope> scopes) {
        return scopes.contains(
                switch (kind) {
                    case MESSAGE, CHAT -> Scope.CHAT;
                    case PROMPT -> Scope.PROMPTS;
                    case IMAGE -> Scope.IMAGES;
                });
    }

    /** A name says more than a text. */
    private static int score(Find find, SearchQuery query) {
        int text = new Passage(find.text(), query.terms()).score();
        return switch (find.kind()) {
            case CHAT -> NAMED * text;
            case PROMPT -> text + NAMED * new Passage(find.title(), query.terms()).score();
            case MESSAGE, IMAGE -> text;
        };
    }

    private Page<Hit> page(List<Find> found, SearchQuery query, SearchCursor next) {
        return new Page<>(found.stream().map(find -> hit(find, query)).toList(), next == null ? null : next.text());
    }

    private Hit hit(Find find, SearchQuery query) {
        Passage passage = new Passage(find.text(), query.terms());
        if (!passage.marked() && !query.terms().isEmpty()) {
            passage = new Passage(finds.text(find), query.terms());
        }
        Passage.Cut cut = passage.cut();
        return new Hit(
                find.kind().word(),
                find.id(),
                find.workspaceId(),
                find.chatId(),
                find.title() == null ? Passage.beginning(find.text(), TITLE) : find.title(),
                cut.text(),
                cut.marks(),
                find.createdAt());
    }
}
