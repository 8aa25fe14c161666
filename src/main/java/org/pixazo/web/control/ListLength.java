package org.pixazo.web.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.pixazo.web.entity.PageRequest;

/**
 * How many rows of a list a page of the console shows: a hundred, or as many as its address says in {@code shown}, so that
 * a page that is loaded anew shows as many as before.
 */
@Named
@RequestScoped
public class ListLength {

    private static final int STEP = 100;
    private static final int MOST = 10_000;

    @Inject
    @RequestParameterMap
    Map<String, String> parameters;

    /** The first rows, as many as are shown. */
    public PageRequest rows() {
        return new PageRequest(shown(), null);
    }

    /** What the address of a page that shows more rows says. */
    public int getNext() {
        return Math.min(MOST, shown() + STEP);
    }

    private int shown() {
        String wanted = parameters.getOrDefault("shown", "");
        return wanted.matches("\\d{1,5}") ? Math.max(STEP, Math.min(MOST, Integer.parseInt(wanted))) : STEP;
    }
}
