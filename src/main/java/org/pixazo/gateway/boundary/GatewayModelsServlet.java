package org.pixazo.gateway.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.gateway.control.GatewayAccess;
import org.pixazo.gateway.control.GatewayModels;
import org.pixazo.gateway.control.JsonBodies;
import org.pixazo.gateway.control.OpenAiErrors;
import org.pixazo.gateway.entity.OpenAiModel;
import org.pixazo.gateway.entity.OpenAiModels;

/** {@code GET /v1/models}, and {@code GET /v1/models/{id}} with ids that may hold slashes and colons. */
@WebServlet({"/v1/models", "/v1/models/*"})
public class GatewayModelsServlet extends GatewayServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient GatewayModels models;

    public GatewayModelsServlet() {
        super("GET");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = GatewayAccess.caller(request);
        String id = id(request);
        if (id.isEmpty()) {
            JsonBodies.write(response, OpenAiModels.of(models.of(caller)));
            return;
        }
        Optional<OpenAiModel> model = models.find(caller, id);
        if (model.isPresent()) {
            JsonBodies.write(response, model.get());
        } else {
            OpenAiErrors.write(response, HttpServletResponse.SC_NOT_FOUND, OpenAiErrors.unknownModel(id));
        }
    }

    /** From the path as it came: the server's own reading of it may take an encoded slash for a part of a path. */
    private static String id(HttpServletRequest request) {
        String path = request.getRequestURI()
                .substring(request.getContextPath().length()
                        + request.getServletPath().length())
                .replaceFirst("^/", "");
        // A plus sign is itself in a path.
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
