package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.UserProfile;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.prompts.control.Styles;
import org.pixazo.prompts.entity.Style;
import org.pixazo.settings.entity.Settings;
import org.pixazo.telegram.entity.Button;
import org.pixazo.web.entity.IfMatch;

/** Shows and takes the choices of models and styles. */
@ApplicationScoped
public class Choices {

    private static final int PAGE = 8;
    private static final String NO_STYLE = "-";

    @Inject
    ModelCatalogue catalogue;

    @Inject
    Styles styles;

    @Inject
    UserRepository users;

    @Inject
    AccountService accounts;

    @Inject
    ChatService chats;

    @Inject
    Places places;

    @Inject
    Settings settings;

    void showSettings(Exchange exchange) {
        UserProfile profile = users.get(exchange.userId()).profile();
        String none = exchange.text("settings.default");
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                Button.of(exchange.text("button.textModels"), "tms:0"),
                Button.of(exchange.text("button.imageModels"), "ims:0"),
                Button.of(exchange.text("button.styles"), "styles:0")));
        settings.baseUrl()
                .filter(url -> url.startsWith("https"))
                .ifPresent(url -> rows.add(List.of(Button.link(exchange.text("button.web"), url))));
        exchange.say(
                exchange.text(
                        "settings",
                        exchange.caller().username(),
                        presentModel(exchange).orElse(none),
                        Optional.ofNullable(profile.defaultImageModel()).orElse(none),
                        Optional.ofNullable(profile.defaultStyle()).orElse(none)),
                rows);
    }

    void showModels(Exchange exchange, ModelKind kind, int from) {
        boolean text = kind == ModelKind.TEXT;
        Optional<String> present = text
                ? presentModel(exchange)
                : Optional.ofNullable(users.get(exchange.userId()).profile().defaultImageModel());
        List<Model> models = usable(exchange, kind);
        List<List<Button>> rows = new ArrayList<>();
        models.stream()
                .skip(from)
                .limit(PAGE)
                .forEach(model -> rows.add(List.of(Button.of(
                        (present.filter(model.id()::equals).isPresent() ? "✓ " : "") + model.name(),
                        (text ? "tm:" : "im:") + token(model.id())))));
        if (models.size() > from + PAGE) {
            rows.add(List.of(Button.of(exchange.text("button.next"), (text ? "tms:" : "ims:") + (from + PAGE))));
        }
        if (text) {
            rows.add(List.of(Button.of(exchange.text("button.imageModels"), "ims:0")));
        }
        exchange.say(exchange.text(text ? "models.text" : "models.image"), rows);
    }

    /** Chooses a model of either kind by its id. */
    void chooseModel(Exchange exchange, String id) {
        for (ModelKind kind : ModelKind.values()) {
            Optional<Model> model = usable(exchange, kind).stream()
                    .filter(known -> known.id().equalsIgnoreCase(id))
                    .findFirst();
            if (model.isPresent()) {
                choose(exchange, kind, model.get());
                return;
            }
        }
        exchange.say(exchange.text("models.unknown", id));
    }

    void chooseByToken(Exchange exchange, ModelKind kind, String token) {
        usable(exchange, kind).stream()
                .filter(model -> token(model.id()).equals(token))
                .findFirst()
                .ifPresentOrElse(
                        model -> choose(exchange, kind, model), () -> exchange.say(exchange.text("models.gone")));
    }

    void showStyles(Exchange exchange, int from) {
        List<Style> all = styles.all(exchange.userId());
        List<List<Button>> rows = new ArrayList<>();
        all.stream()
                .skip(from)
                .limit(PAGE)
                .forEach(style -> rows.add(List.of(Button.of(style.name(), "style:" + style.id()))));
        if (all.size() > from + PAGE) {
            rows.add(List.of(Button.of(exchange.text("button.next"), "styles:" + (from + PAGE))));
        }
        rows.add(List.of(Button.of(exchange.text("button.noStyle"), "style:" + NO_STYLE)));
        exchange.say(exchange.text("styles"), rows);
    }

    void chooseStyle(Exchange exchange, String id) {
        String style = id.equals(NO_STYLE) ? null : id;
        if (style != null && styles.find(exchange.userId(), style).isEmpty()) {
            exchange.say(exchange.text("styles.unknown", id));
            return;
        }
        change(
                exchange,
                profile -> new UserProfile(
                        profile.email(), profile.defaultTextModel(), profile.defaultImageModel(), style));
        exchange.say(style == null ? exchange.text("styles.off") : exchange.text("styles.chosen", style));
    }

    /** A text model holds for the chat that goes on and for new ones. */
    private void choose(Exchange exchange, ModelKind kind, Model model) {
        boolean text = kind == ModelKind.TEXT;
        if (text) {
            places.chat(exchange.spot().chatId(), exchange.userId())
                    .ifPresent(chat -> chats.change(
                            exchange.userId(), chat.id(), IfMatch.ANY, fields -> fields.answeredBy(model.id())));
        }
        change(
                exchange,
                profile -> new UserProfile(
                        profile.email(),
                        text ? model.id() : profile.defaultTextModel(),
                        text ? profile.defaultImageModel() : model.id(),
                        profile.defaultStyle()));
        exchange.say(exchange.text(text ? "models.textChosen" : "models.imageChosen", model.name()));
    }

    private void change(Exchange exchange, java.util.function.UnaryOperator<UserProfile> change) {
        accounts.change(exchange.userId(), IfMatch.ANY, change);
    }

    private Optional<String> presentModel(Exchange exchange) {
        return places.chat(exchange.spot().chatId(), exchange.userId())
                .map(Chat::model)
                .or(() -> Optional.ofNullable(
                        users.get(exchange.userId()).profile().defaultTextModel()));
    }

    private List<Model> usable(Exchange exchange, ModelKind kind) {
        return catalogue.list(exchange.userId(), kind).stream()
                .filter(Model::available)
                .toList();
    }

    /** A short name that fits into a button, whatever a model is called. */
    static String token(String id) {
        return Integer.toHexString(id.hashCode()) + Integer.toHexString(id.length());
    }
}
