package org.pixazo.providers.control;

import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of an upstream. Immutable: {@code with…} gives another one.
 *
 * @param headers without those that the client writes itself: Host, Content-Length, Connection
 * @param body null where there is none; handed over, not copied
 * @param address where to connect; null for one that the host name resolves to
 */
record UpstreamRequest(String method, URI uri, Map<String, String> headers, byte[] body, InetAddress address) {

    static UpstreamRequest get(URI uri) {
        return new UpstreamRequest("GET", uri, Map.of(), null, null);
    }

    /** A request with a JSON body. */
    static UpstreamRequest post(URI uri, byte[] json) {
        return new UpstreamRequest("POST", uri, Map.of(), json, null).with("Content-Type", "application/json");
    }

    UpstreamRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new UpstreamRequest(method, uri, more, body, address);
    }

    /** The same request, sent to one address of its host; the name still counts for TLS and for the Host header. */
    UpstreamRequest at(InetAddress newAddress) {
        return new UpstreamRequest(method, uri, headers, body, newAddress);
    }
}
