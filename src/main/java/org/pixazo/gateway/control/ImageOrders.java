package org.pixazo.gateway.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.gateway.entity.ImageGeneration;
import org.pixazo.images.control.ImageOrder;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.entity.IdempotencyKey;

/** Turns OpenAI's requests into orders of pictures, and faults of orders into faults of the request. */
@ApplicationScoped
public class ImageOrders {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final Set<String> STYLES_OF_OPENAI = Set.of("vivid", "natural");
    private static final Set<String> DELIVERIES = Set.of("url", "b64_json");
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "webp");

    @Inject
    Bodies bodies;

    @Inject
    ImageService images;

    /**
     * Puts an order into the queue.
     *
     * @param idempotencyKey header, or null
     * @throws InvalidInputException naming parameters as the client knows them
     */
    public ImageJob order(Caller caller, ImageGeneration request, String idempotencyKey) {
        check(bodies.valid(request));
        try {
            ImageOrder order = bodies.valid(order(request));
            return images.order(
                    caller, Channel.V1, order, IdempotencyKey.of(caller.userId(), idempotencyKey, "image", order));
        } catch (InvalidInputException e) {
            throw e.getClass() == InvalidInputException.class ? renamed(e, request) : e;
        }
    }

    private static void check(ImageGeneration request) {
        among("response_format", request.responseFormat(), DELIVERIES, "url or b64_json");
        among("output_format", request.outputFormat(), FORMATS, "png, jpeg or webp");
        if (Boolean.TRUE.equals(request.stream())) {
            throw new InvalidInputException("stream", "must not be true: pictures come whole");
        }
    }

    private static void among(String field, String value, Set<String> allowed, String words) {
        if (value != null && !allowed.contains(value)) {
            throw new InvalidInputException(field, "must be " + words);
        }
    }

    private static ImageOrder order(ImageGeneration request) {
        Optional<Matcher> size = size(request.size());
        return new ImageOrder(
                request.prompt(),
                request.negativePrompt(),
                request.model(),
                size.map(sides -> Integer.valueOf(sides.group(1))).orElse(null),
                size.map(sides -> Integer.valueOf(sides.group(2))).orElse(null),
                request.numSteps() == null ? request.steps() : request.numSteps(),
                request.guidanceScale(),
                request.seed(),
                request.n(),
                request.style() == null || STYLES_OF_OPENAI.contains(request.style()) ? null : request.style());
    }

    private static Optional<Matcher> size(String size) {
        if (size == null || size.equals("auto")) {
            return Optional.empty();
        }
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw new InvalidInputException("size", "must be auto, or width and height in pixels as in 1024x1024");
        }
        return Optional.of(sides);
    }

    private static InvalidInputException renamed(InvalidInputException failure, ImageGeneration request) {
        String steps = request.numSteps() == null ? "steps" : "num_steps";
        Map<String, String> names = Map.of("width", "size", "height", "size", "num_steps", steps);
        List<FieldError> errors = failure.errors().stream()
                .map(error -> new FieldError(
                        names.getOrDefault(error.field(), error.field()),
                        "size".equals(names.get(error.field()))
                                ? "is not possible: " + error.field() + " " + error.message()
                                : error.message()))
                .toList();
        return errors.isEmpty() ? failure : new InvalidInputException(errors);
    }
}
