package org.pixazo.chats.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which message follows which in a chat. */
final class BranchShape {

    private final Map<Long, Long> parents = new LinkedHashMap<>();
    private final Map<Long, List<Long>> followers = new HashMap<>();

    private BranchShape() {}

    /** @param rows ids with those that they follow, oldest first */
    static BranchShape of(List<Object[]> rows) {
        BranchShape shape = new BranchShape();
        for (Object[] row : rows) {
            shape.parents.put((Long) row[0], (Long) row[1]);
            shape.followers
                    .computeIfAbsent((Long) row[1], key -> new ArrayList<>())
                    .add((Long) row[0]);
        }
        return shape;
    }

    /** A message and all that follows it, each behind the one that it follows. */
    List<Long> below(long id) {
        List<Long> ids = new ArrayList<>(List.of(id));
        for (int i = 0; i < ids.size(); i++) {
            ids.addAll(followers.getOrDefault(ids.get(i), List.of()));
        }
        return ids;
    }

    /** The way to a message, the message last. */
    List<Long> path(long id) {
        List<Long> path = new ArrayList<>();
        for (Long step = id; step != null && parents.containsKey(step); step = parents.get(step)) {
            path.add(0, step);
        }
        return path;
    }

    /** The way to a message and all that branches off it before. */
    Set<Long> withBranches(long id) {
        List<Long> path = path(id);
        Set<Long> kept = new HashSet<>(path);
        Set<Long> way = new HashSet<>(path);
        List<Long> open = new ArrayList<>();
        for (Long step : path) {
            for (Long sibling : followers.getOrDefault(parents.get(step), List.of())) {
                if (!way.contains(sibling)) {
                    open.add(sibling);
                }
            }
        }
        open.forEach(branch -> kept.addAll(below(branch)));
        return kept;
    }

    /** All messages that are no further from the begin than one of them. */
    Set<Long> upTo(long id) {
        int most = path(id).size();
        Map<Long, Integer> depths = new HashMap<>();
        Set<Long> kept = new HashSet<>();
        parents.forEach((message, parent) -> {
            int depth = parent == null ? 1 : depths.getOrDefault(parent, 0) + 1;
            depths.put(message, depth);
            if (depth <= most) {
                kept.add(message);
            }
        });
        return kept;
    }
}
