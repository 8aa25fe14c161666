package org.pixazo.mcp.entity;

import java.util.List;

/**
 * How a client is told where the server is.
 *
 * @param id a word for pages
 * @param name of the client
 * @param place where the text belongs
 * @param text to copy
 */
public record ClientSetup(String id, String name, String place, String text) {

    /**
     * The setups of all clients that the guide names.
     *
     * @param url of the server
     * @param key an API key, or a word in its place
     */
    public static List<ClientSetup> all(String url, String key) {
        return List.of(
                new ClientSetup("claude-code", "Claude Code", "In a terminal", """
                        claude mcp add --transport http pixazo %s --header "Authorization: Bearer %s\"""".formatted(url, key)),
                new ClientSetup(
                        "claude-desktop",
                        "Claude Desktop",
                        "claude_desktop_config.json; needs Node.js",
                        remote(url, key)),
                new ClientSetup("cursor", "Cursor", "~/.cursor/mcp.json", """
                        {
                          "mcpServers": {
                            "pixazo": {"url": "%s", "headers": {"Authorization": "Bearer %s"}}
                          }
                        }""".formatted(url, key)),
                new ClientSetup("vscode", "VS Code", ".vscode/mcp.json", """
                        {
                          "servers": {
                            "pixazo": {"type": "http", "url": "%s", "headers": {"Authorization": "Bearer %s"}}
                          }
                        }""".formatted(url, key)),
                new ClientSetup("librechat", "LibreChat", "librechat.yaml", """
                        mcpServers:
                          pixazo:
                            type: streamable-http
                            url: %s
                            headers:
                              Authorization: "Bearer %s"
                            timeout: 600000""".formatted(url, key)),
                new ClientSetup(
                        "open-webui", "Open WebUI", "Admin settings, External Tools, add a connection", """
                        Type: MCP (Streamable HTTP)
                        URL: %s
                        Auth: Bearer
                        Key: %s""".formatted(
                                        url, key)),
                new ClientSetup(
                        "mcp-remote",
                        "Any client that knows only stdio",
                        "Its list of MCP servers; needs Node.js",
                        remote(url, key)));
    }

    private static String remote(String url, String key) {
        // The client passes arguments with a space in them wrongly on Windows, hence the variable. Without TLS,
        // mcp-remote
        // wants to be told that this is meant, but for the same computer.
        return """
                {
                  "mcpServers": {
                    "pixazo": {
                      "command": "npx",
                      "args": ["-y", "mcp-remote", "%s", "--header", "Authorization:${AUTHORIZATION}"%s],
                      "env": {"AUTHORIZATION": "Bearer %s"}
                    }
                  }
                }""".formatted(url, url.startsWith("http://") ? ", \"--allow-http\"" : "", key);
    }
}
