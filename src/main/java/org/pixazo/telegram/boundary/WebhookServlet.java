package org.pixazo.telegram.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.pixazo.telegram.control.Bot;

/**
 * Where Telegram delivers updates (<a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>). An update is
 * stored before it is acknowledged; what is not acknowledged comes again.
 */
@WebServlet(urlPatterns = Bot.WEBHOOK)
public class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final int LARGEST = 1_000_000;

    @Inject
    transient Bot bot;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!bot.sentByTelegram(request.getHeader(SECRET))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        response.setStatus(
                bot.take(new String(body, StandardCharsets.UTF_8))
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
