package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the server says of itself. */
@ApplicationScoped
public class ServerInfo {

    /** How a model should go about it. */
    public static final String INSTRUCTIONS = """
            Pixazo makes pictures and keeps them, with chats and a library of prompts. To make a picture call \
            generate_image; it waits until the picture is there. Ask recommend_model or list_models where the choice of \
            the model matters, suggest_styles for looks, enhance_prompt for a richer prompt. Pictures come as thumbnails; \
            get_image with full=true gives the whole one. chat asks one of Pixazo's language models and continues a chat \
            by its chat_id.""";

    private static final String MAVEN = "/META-INF/maven/org.pixazo/pixazo/pom.properties";

    @Inject
    ServletContext context;

    private String version;

    @PostConstruct
    void read() {
        Properties build = new Properties();
        try (InputStream in = context.getResourceAsStream(MAVEN)) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The version of the WAR cannot be read", e);
        }
        version = build.getProperty("version", "unknown");
    }

    public McpSchema.Implementation implementation() {
        return McpSchema.Implementation.builder("pixazo", version)
                .title("Pixazo")
                .build();
    }

    public McpSchema.ServerCapabilities capabilities() {
        return McpSchema.ServerCapabilities.builder()
                .tools(false)
                .resources(true, true)
                .prompts(true)
                .completions()
                .build();
    }
}
