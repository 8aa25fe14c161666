package org.pixazo.web.control;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers that a browser saves as a file. */
public final class Downloads {

    private static final int MOST_CHARACTERS = 80;

    private Downloads() {}

    /**
     * JSON under a file name.
     *
     * @param name of the file without its ending; in any language, made safe here
     */
    public static Response json(String name, Object body) {
        return file(name, "json", MediaType.APPLICATION_JSON, body);
    }

    /**
     * Anything under a file name.
     *
     * @param name of the file without its ending; in any language, made safe here
     * @param ending without its point
     */
    public static Response file(String name, String ending, String mediaType, Object body) {
        String safe = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|\\s]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String file = (safe.length() > MOST_CHARACTERS ? safe.substring(0, MOST_CHARACTERS) : safe) + "." + ending;
        String ascii = file.replaceAll("[^\\x20-\\x7E]", "_").replace("%", "_");
        // Names that are not ASCII travel beside the plain one: RFC 6266, RFC 8187.
        String wide = URLEncoder.encode(file, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return Response.ok(body, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + ascii + "\""
                                + (ascii.equals(file) ? "" : "; filename*=UTF-8''" + wide))
                .build();
    }
}
