package org.pixazo.mcp.control;

import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.models.control.ModelCatalogue;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
import tools.jackson.databind.node.ObjectNode;

/** Tells which models there are. */
@ApplicationScoped
public class ListModels implements Tool {

    @Inject
    Arguments arguments;

    @Inject
    ModelCatalogue catalogue;

    /** Of which kind; null for all. */
    public record WantedModels(
            @Pattern(regexp = "text|image", message = "must be text or image")
            String kind) {

        Stream<ModelKind> kinds() {
            return kind == null
                    ? Stream.of(ModelKind.IMAGE, ModelKind.TEXT)
                    : Stream.of(ModelKind.valueOf(kind.toUpperCase(Locale.ROOT)));
        }
    }

    /** All models. */
    public record ModelsFound(List<Model> models) {}

    @Override
    public String name() {
        return "list_models";
    }

    @Override
    public McpSchema.Tool describe(Caller caller) {
        return McpSchema.Tool.builder(
                        name(),
                        Schema.object()
                                .may("kind", Schema.choice("Only models of this kind.", List.of("image", "text")))
                                .build())
                .title("List models")
                .description("Lists the models for pictures and for text: what they are good at, their limits, defaults"
                        + " and prices, and which of them can be used now.")
                .outputSchema(Schema.ofRecord(ModelsFound.class))
                .annotations(ToolKind.READS.annotations("List models"))
                .build();
    }

    @Override
    public CompletionStage<McpSchema.CallToolResult> call(Exchange exchange, ObjectNode given) {
        Caller caller = exchange.caller();
        List<Model> models = arguments
                .read(given, WantedModels.class)
                .kinds()
                .flatMap(kind -> catalogue.list(caller.userId(), kind).stream())
                .filter(model -> caller.mayUse(model.id()))
                .toList();
        return CompletableFuture.completedFuture(ToolResults.of(new ModelsFound(models)));
    }
}
