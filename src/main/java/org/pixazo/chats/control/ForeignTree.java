package org.pixazo.chats.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.pixazo.chats.entity.ExportedMessage;

/**
 * Puts another product's tree of messages into our order: each message behind the one that it follows, otherwise by time.
 * Damaged trees are mended: what hangs on nothing, on a node without text or in a circle still comes, once.
 */
final class ForeignTree {

    private final Map<String, ForeignMessage> nodes = new LinkedHashMap<>();
    private final Map<String, String> visibleParents = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<ExportedMessage> ordered = new ArrayList<>();
    private int circles;

    /** @param created time of messages before which no time is known */
    ForeignTree(List<ForeignMessage> messages, Instant created) {
        for (ForeignMessage message : messages) {
            if (nodes.putIfAbsent(message.id(), message) == null) {
                places.put(message.id(), places.size());
            }
        }
        order(created);
    }

    /** The messages that have text. */
    List<ExportedMessage> messages() {
        return ordered;
    }

    /**
     * Where the branch ends that is shown.
     *
     * @param id of a node; null or unknown for the last one
     * @return index; null for the last one
     */
    Integer tip(String id) {
        ForeignMessage node = id == null ? null : nodes.get(id);
        if (node == null) {
            return null;
        }
        Integer index = indexes.get(node.visible() ? node.id() : visibleParent(node));
        return index == null || index == ordered.size() - 1 ? null : index;
    }

    /** What had to be mended, in words for people. */
    List<String> mended() {
        List<String> faults = new ArrayList<>();
        long lost = nodes.values().stream()
                .filter(node -> node.parent() != null && !nodes.containsKey(node.parent()))
                .filter(ForeignMessage::visible)
                .count();
        if (lost > 0) {
            faults.add(lost + (lost == 1 ? " message follows one" : " messages follow some")
                    + " that the file does not have; they begin branches of their own");
        }
        if (circles > 0) {
            faults.add(circles + (circles == 1 ? " circle" : " circles")
                    + " of messages that follow one another, cut open");
        }
        return faults;
    }

    /** A message that may come next, since what it follows is there. */
    private record Ready(ForeignMessage message, Instant time, int place, int parent) {}

    private void order(Instant created) {
        Map<String, List<ForeignMessage>> followers = new HashMap<>();
        PriorityQueue<Ready> ready =
                new PriorityQueue<>(Comparator.comparing(Ready::time).thenComparing(Ready::place));
        List<ForeignMessage> visible =
                nodes.values().stream().filter(ForeignMessage::visible).toList();
        for (ForeignMessage message : visible) {
            String parent = visibleParent(message);
            if (parent == null) {
                ready.add(ready(message, created, -1));
            } else {
                followers.computeIfAbsent(parent, key -> new ArrayList<>()).add(message);
            }
        }
        int looked = 0;
        while (ordered.size() < visible.size()) {
            if (ready.isEmpty()) {
                // Only circles are left; each is cut where the file names it first.
                while (indexes.containsKey(visible.get(looked).id())) {
                    looked++;
                }
                ready.add(ready(visible.get(looked), created, -1));
                circles++;
            }
            Ready next = ready.remove();
            if (indexes.containsKey(next.message().id())) {
                continue;
            }
            int index = add(next);
            for (ForeignMessage follower : followers.getOrDefault(next.message().id(), List.of())) {
                ready.add(ready(follower, next.time(), index));
            }
        }
    }

    private Ready ready(ForeignMessage message, Instant otherwise, int parent) {
        Instant time = Objects.requireNonNullElse(message.createdAt(), otherwise);
        return new Ready(message, time, places.get(message.id()), parent);
    }

    private int add(Ready next) {
        ForeignMessage message = next.message();
        int index = ordered.size();
        indexes.put(message.id(), index);
        ordered.add(ExportedMessage.of(
                message.role(), message.text(), message.model(), message.status(), next.time(), index, next.parent()));
        return index;
    }

    /** Id of the nearest node above that has text; null where there is none. */
    private String visibleParent(ForeignMessage message) {
        List<String> passed = new ArrayList<>();
        String above = message.parent();
        while (above != null && nodes.containsKey(above) && !nodes.get(above).visible()) {
            if (visibleParents.containsKey(above)) {
                above = visibleParents.get(above);
                break;
            }
            // Known as a dead end until the walk is over, so that a circle of nodes without text ends it.
            visibleParents.put(above, null);
            passed.add(above);
            above = nodes.get(above).parent();
        }
        String found = above != null && nodes.containsKey(above) ? above : null;
        passed.forEach(id -> visibleParents.put(id, found));
        return found;
    }
}
