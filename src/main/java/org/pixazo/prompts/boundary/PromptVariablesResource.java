package org.pixazo.prompts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.prompts.entity.PromptTemplate;
import org.pixazo.prompts.entity.PromptVariable;

/** Tells the variables of texts that are not saved, for editors. */
@Path("prompts/variables")
@ApplicationScoped
@Needs(Scope.PROMPTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PromptVariablesResource {

    /** A text that may have variables. */
    public record TemplateRequest(
            @NotBlank(message = "must not be blank")
            @Size(max = 100_000, message = "must have at most 100000 characters")
            String content) {}

    /** The variables of a text. */
    public record TemplateVariables(List<PromptVariable> variables, List<String> systemVariables) {}

    /** The variables of a text that is not saved. */
    @POST
    public TemplateVariables variables(TemplateRequest body) {
        PromptTemplate template = new PromptTemplate(body.content());
        return new TemplateVariables(template.variables(), template.systemVariables());
    }
}
