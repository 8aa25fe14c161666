package org.pixazo.workspaces.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.ListLength;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;
import org.pixazo.workspaces.entity.WorkspaceFields;

/**
 * The caller's workspaces, with the dialogs that make, change and delete one. A dialog sends the id of its workspace
 * along, so that it never acts on another one than it shows.
 */
@Named
@RequestScoped
public class WorkspacesBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    WorkspaceService workspaces;

    @Inject
    Bodies bodies;

    @Inject
    ExternalContext external;

    @Inject
    ListLength length;

    private List<Workspace> list;
    private boolean more;
    private Long id;
    private String name;
    private String description;
    private String model;

    /** Newest first; asked for once a request, and anew after a change. */
    public List<Workspace> getList() {
        if (list == null) {
            Page<Workspace> page = workspaces.list(caller.get().userId(), length.rows());
            list = page.items();
            more = page.nextCursor() != null;
        }
        return list;
    }

    /** Whether there are more than {@link #getList} gives. */
    public boolean isMore() {
        getList();
        return more;
    }

    /** Shows an empty form. */
    public void begin() {
        id = null;
        show(new WorkspaceFields(null, null, null, null));
    }

    /** Shows a workspace in the form. */
    public void edit(long chosen) {
        Workspace workspace = workspaces.get(caller.get().userId(), chosen);
        id = workspace.id();
        show(workspace.fields());
    }

    /** Makes a new workspace and opens it, or changes the one that the form shows. */
    public void save() throws IOException {
        WorkspaceFields fields = bodies.valid(new WorkspaceFields(name, description, model, null));
        if (id == null) {
            Workspace made = workspaces.create(caller.get().userId(), fields);
            external.redirect(external.getRequestContextPath() + "/workspace?id=" + made.id());
        } else {
            workspaces.change(
                    caller.get().userId(),
                    id,
                    IfMatch.ANY,
                    present -> new WorkspaceFields(name, description, model, present.systemPrompt()));
            list = null;
        }
    }

    public void remove() {
        workspaces.remove(caller.get().userId(), id, IfMatch.ANY);
        list = null;
    }

    private void show(WorkspaceFields fields) {
        name = fields.name();
        description = fields.description();
        model = fields.model();
    }

    /** The workspace that a dialog is about; null for a new one. */
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
    }
}
