package org.pixazo.gateway.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.gateway.control.ChatCompletions;
import org.pixazo.gateway.control.ClientChannels;
import org.pixazo.gateway.control.GatewayAccess;
import org.pixazo.gateway.control.GatewayExchange;

/** {@code POST /v1/chat/completions}: holds no thread, neither for the body nor for the answer. */
@WebServlet(urlPatterns = "/v1/chat/completions", asyncSupported = true)
public class ChatCompletionsServlet extends GatewayServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ChatCompletions completions;

    @Inject
    transient ClientChannels clients;

    public ChatCompletionsServlet() {
        super("POST");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = GatewayAccess.caller(request, Scope.CHAT);
        AsyncContext context = request.startAsync();
        // Models that reason take minutes; the providers watch over silence.
        context.setTimeout(0);
        GatewayExchange exchange = new GatewayExchange(context, clients.of(request));
        exchange.guard(() -> request.getInputStream()
                .setReadListener(new RequestBody(
                        request.getInputStream(),
                        request.getContentLengthLong(),
                        body -> exchange.guard(() -> completions.answer(exchange, caller, body)),
                        exchange::fail)));
    }
}
