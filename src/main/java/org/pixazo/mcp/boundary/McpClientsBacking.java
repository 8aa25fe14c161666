package org.pixazo.mcp.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.pixazo.mcp.entity.ClientSetup;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.PublicUrl;

/** What a person copies to connect an assistant. */
@Named
@RequestScoped
public class McpClientsBacking {

    private static final String NO_KEY = "YOUR_KEY";

    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    /** @param key a new one; empty where there is none to show */
    public List<ClientSetup> setups(String key) {
        boolean known = key != null && !key.isEmpty();
        return ClientSetup.all(PublicUrl.of(request, settings) + "/mcp", known ? key : NO_KEY);
    }
}
