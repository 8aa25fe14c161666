package org.pixazo.prompts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.providers.control.ChatCall;
import org.pixazo.providers.control.ChatListener;
import org.pixazo.providers.control.ChatProviders;
import org.pixazo.providers.control.TokenEstimate;
import org.pixazo.providers.entity.ChatCompletion;
import org.pixazo.providers.entity.ChatRequest;
import org.pixazo.providers.entity.ChatTurn;
import org.pixazo.usage.control.Call;
import org.pixazo.usage.control.Ledger;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;

/** Short questions to a text model, with a short wait that holds no thread. */
@ApplicationScoped
class TextQuestions {

    /** Longer than a good model needs, shorter than a person's patience. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int OK = 200;
    private static final int MOST_CHARACTERS = 40_000;

    @Inject
    ModelCatalogue catalogue;

    @Inject
    ChatProviders providers;

    @Inject
    UserRepository users;

    @Inject
    Ledger ledger;

    /**
     * The model that may be asked for a caller.
     *
     * @param wanted catalogue id, which must then be there; null for the best that is there
     * @return empty where rules must answer: no model was wanted and none is there, or the one without AI was
     * @throws InvalidInputException where the wanted model does not exist
     * @throws UnavailableException where the wanted model's upstream is not configured
     */
    Optional<ChosenTextModel> model(Caller caller, String wanted) {
        return (wanted == null || wanted.isBlank() ? preferred(caller) : Optional.of(opened(caller, wanted)))
                .filter(model -> !model.id().equals(ModelCatalogue.OFFLINE));
    }

    /**
     * Asks. The answer fails where the model does, or takes longer than {@link #PATIENCE}; the call upstream then ends.
     *
     * @param channel by which the caller came
     * @param instructions what to do with the question
     * @throws PixazoException with status 429 where a limit of the caller's key is reached
     */
    CompletableFuture<String> ask(
            Caller caller, Channel channel, ChosenTextModel model, String instructions, String question) {
        return ask(caller, channel, model, instructions, question, piece -> {});
    }

    /** @param pieces hears the answer while it comes, on the thread of the call, which it must not hold */
    CompletableFuture<String> ask(
            Caller caller,
            Channel channel,
            ChosenTextModel model,
            String instructions,
            String question,
            Consumer<String> pieces) {
        long tokens = TokenEstimate.tokens(instructions.length() + question.length());
        Call entry = ledger.reserve(NewCall.text(caller, channel, model.id(), model.provider(), tokens, 0));
        CompletableFuture<String> answer = ask(model, instructions, question, new Collected(entry, pieces));
        answer.whenComplete((text, failure) -> {
            // Has no effect where the model itself ended the call.
            entry.end(new CallEnd(
                    CallStatus.FAILED, failure instanceof PixazoException known ? known.status() : null, null));
        });
        return answer;
    }

    private CompletableFuture<String> ask(
            ChosenTextModel model, String instructions, String question, Collected collected) {
        ChatRequest request = new ChatRequest(
                model.routes(), List.of(new ChatTurn("system", instructions), new ChatTurn("user", question)));
        ChatCall call;
        try {
            call = providers.stream(request, collected);
        } catch (PixazoException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        CompletableFuture<String> answer = collected.whole.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        answer.whenComplete((text, failure) -> {
            if (failure != null) {
                call.cancel();
            }
        });
        return answer;
    }

    private Optional<ChosenTextModel> preferred(Caller caller) {
        try {
            ChosenTextModel model = catalogue.chooseText(
                    caller.userId(), users.get(caller.userId()).profile().defaultTextModel());
            return caller.mayUse(model.id()) ? Optional.of(model) : Optional.empty();
        } catch (UnavailableException | InvalidInputException preferenceThatNoLongerHolds) {
            return Optional.empty();
        }
    }

    private ChosenTextModel opened(Caller caller, String wanted) {
        ChosenTextModel model = catalogue.chooseText(caller.userId(), wanted);
        if (!caller.mayUse(model.id())) {
            throw new ForbiddenException("This API key does not open the model " + model.id() + ".");
        }
        return model;
    }

    /** Hears an answer to its end. */
    private static final class Collected implements ChatListener {

        private final CompletableFuture<String> whole = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final Call entry;
        private final Consumer<String> pieces;

        Collected(Call entry, Consumer<String> pieces) {
            this.entry = entry;
            this.pieces = pieces;
        }

        @Override
        public void onAnswering(String upstream) {
            entry.answeredBy(upstream);
        }

        @Override
        public void onDelta(String content) {
            entry.firstByte();
            text.append(content);
            pieces.accept(content);
            if (text.length() > MOST_CHARACTERS) {
                whole.completeExceptionally(
                        new IllegalStateException("more than " + MOST_CHARACTERS + " characters came"));
            }
        }

        @Override
        public void onComplete(ChatCompletion completion) {
            entry.end(new CallEnd(CallStatus.COMPLETE, OK, completion.usage()));
            whole.complete(text.toString());
        }

        @Override
        public void onError(PixazoException error) {
            entry.end(CallEnd.failed(error, null));
            whole.completeExceptionally(error);
        }
    }
}
