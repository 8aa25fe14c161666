package org.pixazo.images.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.chats.control.ChatService;
import org.pixazo.chats.entity.Chat;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.images.entity.ImageSpec;
import org.pixazo.images.entity.Place;
import org.pixazo.images.entity.Provenance;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.prompts.control.Styles;
import org.pixazo.prompts.entity.PromptMacros;
import org.pixazo.prompts.entity.Style;
import org.pixazo.prompts.entity.StyledPrompt;
import org.pixazo.workspaces.control.WorkspaceService;

/** Finds out what an order asks for, and whether it can be done, without doing anything. */
@ApplicationScoped
public class OrderPlanner {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_PROMPT = 10_000;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    UserRepository users;

    @Inject
    ChatService chats;

    @Inject
    WorkspaceService workspaces;

    @Inject
    Styles styles;

    @Inject
    References references;

    /** @throws org.pixazo.errors.entity.PixazoException saying what of it is not possible */
    public OrderPlan plan(Caller caller, ImageOrder order) {
        String preferred = users.get(caller.userId()).profile().defaultImageModel();
        ImageModel model =
                catalogue.chooseImage(caller.userId(), order.model(), preferred).model();
        if (!caller.mayUse(model.id())) {
            throw new ForbiddenException("This API key does not open the model " + model.id() + ".");
        }
        Optional<Style> style = styles.named(caller.userId(), order.style());
        int n = order.n() == null ? 1 : order.n();
        List<String> prompts = prompts(order, n);
        References.Checked reference = references.check(caller.userId(), order, model);
        long seed = order.seed() == null ? RANDOM.nextLong(1L << 32) : order.seed();
        List<OrderPlan.Variant> variants = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            long from = Boolean.TRUE.equals(order.sameSeed()) ? seed : (seed + (long) i * n) & 0xFFFF_FFFFL;
            ImageSpec spec = OrderCheck.spec(order, prompts.get(i), model, from, reference.size());
            Provenance provenance = new Provenance(
                    told(order.idea()),
                    told(order.enhanced()),
                    prompts.size() > 1 ? order.prompt() : null,
                    reference.parentId());
            variants.add(new OrderPlan.Variant(
                    spec, style.map(look -> styled(provenance, look, spec)).orElse(provenance)));
        }
        return new OrderPlan(model, place(caller.userId(), order), reference.reference(), variants, n);
    }

    private static List<String> prompts(ImageOrder order, int n) {
        if (!Boolean.TRUE.equals(order.macros())) {
            return List.of(order.prompt());
        }
        long count = PromptMacros.count(order.prompt());
        if (count > OrderPlan.MOST_IMAGES / n) {
            throw new InvalidInputException(
                    "prompt",
                    "gives " + (count == Long.MAX_VALUE ? "too many" : Long.toString(count)) + " prompts with " + n
                            + (n == 1 ? " image" : " images") + " each; one order makes at most "
                            + OrderPlan.MOST_IMAGES + " images");
        }
        List<String> prompts = PromptMacros.expand(order.prompt());
        if (prompts.stream().anyMatch(prompt -> prompt.isBlank() || prompt.length() > LONGEST_PROMPT)) {
            throw new InvalidInputException(
                    "prompt", "must give prompts of 1 to " + LONGEST_PROMPT + " characters, each of them");
        }
        return prompts;
    }

    private static Provenance styled(Provenance provenance, Style style, ImageSpec spec) {
        StyledPrompt styled = style.apply(spec.prompt(), spec.negativePrompt());
        return provenance.styled(styled.prompt(), styled.negativePrompt());
    }

    private static String told(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    private Place place(long userId, ImageOrder order) {
        try {
            if (order.chatId() == null) {
                if (order.workspaceId() != null) {
                    workspaces.get(userId, order.workspaceId());
                }
                return new Place(userId, order.workspaceId(), null);
            }
            Chat chat = chats.get(userId, order.chatId());
            if (order.workspaceId() != null && order.workspaceId() != chat.workspaceId()) {
                throw new InvalidInputException("workspace_id", "must be the workspace of the chat, or be left out");
            }
            return new Place(userId, chat.workspaceId(), chat.id());
        } catch (NotFoundException absent) {
            throw new InvalidInputException(
                    order.chatId() == null ? "workspace_id" : "chat_id", "must be one of yours");
        }
    }
}
