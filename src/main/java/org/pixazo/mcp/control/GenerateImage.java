package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.images.control.ImageJobRepository;
import org.pixazo.images.control.ImageOrder;
import org.pixazo.images.control.ImageRepository;
import org.pixazo.images.control.ImageService;
import org.pixazo.images.control.JobFailures;
import org.pixazo.images.control.JobWatch;
import org.pixazo.images.entity.Image;
import org.pixazo.images.entity.ImageJob;
import org.pixazo.images.entity.JobStatus;
import org.pixazo.mcp.entity.ImageFacts;
import org.pixazo.models.entity.ImageLimits;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.usage.entity.Channel;
import org.pixazo.web.entity.IfMatch;
import tools.jackson.databind.node.ObjectNode;

/** Makes pictures and waits until they are there. */
@ApplicationScoped
public class GenerateImage implements Tool {

    private static final long PATIENCE_MINUTES = 10;
    private static final int LONGEST_PROMPT = 10_000;
    private static final int MOST_PICTURES = 8;
    private static final long GREATEST_SEED = 4_294_967_295L;

    @Inject
    Arguments arguments;

    @Inject
    ImageService service;

    @Inject
    ImageJobRepository jobs;

    @Inject
    ImageRepository images;

    @Inject
    JobWatch watch;

    @Inject
    JobFailures failures;

    @Inject
    ImageContents contents;

    /** What came of it. */
    public record GeneratedPictures(long jobId, @NotNull String status, List<ImageFacts> images) {}

    @Override
    public String name() {
        return "generate_image";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        List<Model> models = arguments.usable(caller, ModelKind.IMAGE);
        Map<String, Object> input = Schema.object()
                .must("prompt", Schema.text("What the picture shall show.", LONGEST_PROMPT))
                .may("negative_prompt", Schema.text("What to avoid; some models ignore it.", LONGEST_PROMPT))
                .may(
                        "model",
                        Schema.choice(
                                "Image model; list_models tells their sizes and prices, recommend_model which one fits."
                                        + " Left out, the person's default.",
                                models.stream().map(Model::id).toList()))
                .may(
                        "style",
                        Schema.choice("A look to apply; suggest_styles tells which fit.", arguments.styleIds(caller)))
                .may("width", side("Pixels; left out, the model's default.", models))
                .may("height", side("Pixels; left out, the model's default.", models))
                .may(
                        "num_steps",
                        Schema.integer(
                                "Denoising steps, for models that have them; list_models tells the model's range.",
                                least(models, ImageLimits::minSteps),
                                greatest(models, ImageLimits::maxSteps)))
                .may(
                        "guidance_scale",
                        Schema.number(
                                "How closely to follow the prompt, for models that have it; list_models tells the model's range.",
                                least(models, ImageLimits::minGuidance),
                                greatest(models, ImageLimits::maxGuidance)))
                .may("seed", Schema.integer("The same seed gives the same picture.", 0, GREATEST_SEED))
                .may("n", Schema.preset(Schema.integer("How many pictures.", 1, MOST_PICTURES), 1))
                .may("chat_id", Schema.id("A chat to which the pictures shall belong."))
                .may("workspace_id", Schema.id("A workspace to which the pictures shall belong."))
                .may("full", Schema.flag("Answer with the whole pictures instead of thumbnails of 512 pixels."))
                .build();
        return McpSchema.Tool.builder(name(), input)
                .title("Generate an image")
                .description("Makes one or more pictures from a prompt, waits until they are there, and keeps them in"
                        + " Pixazo. Reports progress, and can be cancelled.")
                .outputSchema(Schema.ofRecord(GeneratedPictures.class))
                .annotations(ToolKind.MAKES.annotations("Generate an image"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        boolean full = arguments.takeFlag(given, "full");
        ImageOrder order = arguments.read(given, ImageOrder.class);
        Caller caller = exchange.caller();
        arguments.checkStyle(caller, order.style());
        ImageJob job = service.order(caller, Channel.MCP, order, Optional.empty());
        AwaitedJob awaited = new AwaitedJob(exchange);
        exchange.whenCancelled(() -> service.cancel(caller.userId(), job.id(), IfMatch.ANY));
        watch.watch(job.id(), awaited);
        return awaited.ended()
                .completeOnTimeout(null, PATIENCE_MINUTES, TimeUnit.MINUTES)
                .thenApply(
                        ended -> result(exchange, ended == null ? jobs.get(caller.userId(), job.id()) : ended, full));
    }

    private McpSchema.CallToolResult result(Exchange exchange, ImageJob job, boolean full) {
        if (job.status() == JobStatus.FAILED || job.status() == JobStatus.CANCELLED) {
            throw failures.of(job);
        }
        List<Image> made = images.ofJob(job.id());
        GeneratedPictures pictures = new GeneratedPictures(
                job.id(),
                job.status().word(),
                made.stream().map(image -> contents.facts(image, exchange)).toList());
        return ToolResults.of(pictures, contents.of(made, full));
    }

    private static Map<String, Object> side(String description, List<Model> models) {
        return Schema.integer(description, least(models, ImageLimits::minSide), greatest(models, ImageLimits::maxSide));
    }

    /** What the most generous model takes; null where none says. */
    private static <N extends Number & Comparable<N>> N least(List<Model> models, Function<ImageLimits, N> bound) {
        return bounds(models, bound).min(Comparator.naturalOrder()).orElse(null);
    }

    private static <N extends Number & Comparable<N>> N greatest(List<Model> models, Function<ImageLimits, N> bound) {
        return bounds(models, bound).max(Comparator.naturalOrder()).orElse(null);
    }

    private static <N> Stream<N> bounds(List<Model> models, Function<ImageLimits, N> bound) {
        return models.stream().map(Model::limits).map(bound).filter(Objects::nonNull);
    }
}
