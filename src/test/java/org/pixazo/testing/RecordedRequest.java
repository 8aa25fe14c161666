package org.pixazo.testing;

import java.util.Map;

/**
 * A request as a fake server received it.
 *
 * @param headers names in lower case, first values
 */
public record RecordedRequest(String method, String path, Map<String, String> headers, String body) {}
