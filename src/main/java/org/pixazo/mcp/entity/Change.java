package org.pixazo.mcp.entity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that clients may want to hear.
 *
 * @param method of the notification
 * @param uri of the resource that is another; null where a list is another
 */
public record Change(String method, String uri) {

    public static final Change PROMPTS = new Change("notifications/prompts/list_changed", null);
    public static final Change RESOURCES = new Change("notifications/resources/list_changed", null);

    /** A resource reads otherwise than before, or is gone. */
    public static Change of(String uri) {
        return new Change("notifications/resources/updated", uri);
    }

    /** Parameters of the notification; the caller may add to them. */
    public Map<String, Object> params() {
        Map<String, Object> params = new LinkedHashMap<>();
        if (uri != null) {
            params.put("uri", uri);
        }
        return params;
    }
}
