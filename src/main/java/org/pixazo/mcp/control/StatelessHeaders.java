package org.pixazo.mcp.control;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.pixazo.mcp.entity.Revision;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.mcp.entity.RpcMessage;
import tools.jackson.databind.JsonNode;

/**
 * Holds the headers of a request against its body, as the revision without handshake wants it: proxies route by the
 * headers, and must not be told another thing than the server.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, request metadata</a>
 */
public final class StatelessHeaders {

    /** Name of the header that says which revision a request follows. */
    public static final String VERSION = "MCP-Protocol-Version";

    private static final String META = "io.modelcontextprotocol/";
    private static final int BAD_REQUEST = 400;
    private static final Map<String, String> NAMED =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private StatelessHeaders() {}

    /** Whether a request says by itself which revision it follows. */
    public static boolean meant(HttpServletRequest request, RpcMessage message) {
        return Revision.STATELESS.equals(request.getHeader(VERSION))
                || message.meta().has(META + "protocolVersion");
    }

    /** @throws RpcException naming what does not fit */
    public static void check(HttpServletRequest request, RpcMessage message) {
        String version = message.meta().path(META + "protocolVersion").stringValue(null);
        if (version == null) {
            throw RpcException.invalidParams("_meta must have the string " + META + "protocolVersion.");
        }
        match(VERSION, request.getHeader(VERSION), version);
        if (!version.equals(Revision.STATELESS)) {
            throw unsupported(version);
        }
        JsonNode capabilities = message.meta().path(META + "clientCapabilities");
        if (!capabilities.isObject()) {
            throw RpcException.invalidParams("_meta must have the object " + META + "clientCapabilities.");
        }
        match("Mcp-Method", request.getHeader("Mcp-Method"), message.method());
        String source = NAMED.get(message.method());
        if (source != null) {
            match(
                    "Mcp-Name",
                    decoded(request.getHeader("Mcp-Name")),
                    message.params().path(source).stringValue(null));
        }
    }

    /**
     * The revision that a request with handshake says it follows.
     *
     * @return null where it says none
     * @throws RpcException where it is not spoken here
     */
    public static String revision(HttpServletRequest request) {
        String said = request.getHeader(VERSION);
        if (said != null && !Revision.known(said)) {
            throw unsupported(said);
        }
        return said;
    }

    private static RpcException unsupported(String version) {
        return new RpcException(
                RpcException.UNSUPPORTED_VERSION,
                BAD_REQUEST,
                "This revision of the protocol is not supported.",
                Map.of("supported", List.copyOf(Revision.all()), "requested", version));
    }

    private static void match(String name, String header, String body) {
        if (body == null && header == null) {
            return;
        }
        if (header == null || !header.equals(body)) {
            throw new RpcException(
                    RpcException.HEADER_MISMATCH,
                    BAD_REQUEST,
                    "The header " + name + " must be there and say what the body says.",
                    null);
        }
    }

    private static String decoded(String header) {
        if (header == null || !header.startsWith("=?base64?") || !header.endsWith("?=") || header.length() < 11) {
            return header;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(9, header.length() - 2));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return header;
        }
    }
}
