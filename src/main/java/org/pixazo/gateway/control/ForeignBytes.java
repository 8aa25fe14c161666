package org.pixazo.gateway.control;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that clients and upstreams exchange: not ours to judge, so read leniently, unlike Pixazo's own formats. */
final class ForeignBytes {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ForeignBytes() {}

    static JsonMapper json() {
        return MAPPER;
    }
}
