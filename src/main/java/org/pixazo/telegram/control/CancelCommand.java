package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.pixazo.chats.control.Conversation;
import org.pixazo.chats.control.MessageRepository;
import org.pixazo.chats.entity.Message;
import org.pixazo.images.control.ImageService;
import org.pixazo.telegram.entity.AwaitedWork;
import org.pixazo.web.entity.IfMatch;

/** {@code /cancel}: ends the answers and the image jobs under way. */
@ApplicationScoped
public class CancelCommand implements Command {

    @Inject
    AwaitedWorks waits;

    @Inject
    Conversation conversation;

    @Inject
    MessageRepository messages;

    @Inject
    ImageService images;

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public int place() {
        return 11;
    }

    @Override
    public CompletionStage<Void> run(Exchange exchange, String arguments) {
        int ended = 0;
        for (AwaitedWork work : waits.in(exchange.spot().chatId(), AwaitedWork.Kind.ANSWER)) {
            if (work.userId() == exchange.userId()) {
                Optional<Message> answer = messages.find(work.subjectId());
                answer.ifPresent(message -> conversation.stop(exchange.userId(), message.chatId(), message.id()));
                ended++;
            }
        }
        for (AwaitedWork work : waits.in(exchange.spot().chatId(), AwaitedWork.Kind.JOB)) {
            if (work.userId() == exchange.userId()) {
                images.cancel(exchange.userId(), work.subjectId(), IfMatch.ANY);
                ended++;
            }
        }
        if (ended == 0) {
            exchange.say(exchange.text("cancel.nothing"));
        }
        return Done.now();
    }
}
