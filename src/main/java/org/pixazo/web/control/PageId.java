package org.pixazo.web.control;

import java.util.Map;

/** The {@code id} in the address of a page. */
public final class PageId {

    private PageId() {}

    /**
     * Reads it from the request itself, because pages need it before Faces has applied any parameter.
     *
     * @return 0, which nothing has, where there is none or it is no number
     */
    public static long of(Map<String, String> parameters) {
        String id = parameters.get("id");
        return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
