package org.pixazo.workspaces.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.RequestParameterMap;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.web.control.PageId;
import org.pixazo.workspaces.control.WorkspaceService;
import org.pixazo.workspaces.entity.Workspace;

/** The workspace that a page is about. */
@Named
@RequestScoped
public class WorkspaceBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    WorkspaceService workspaces;

    @Inject
    @RequestParameterMap
    Map<String, String> parameters;

    private Workspace workspace;

    /** Answers 404 before anything of the page is written. */
    public void load() {
        getWorkspace();
    }

    /** @throws org.pixazo.errors.entity.NotFoundException where the caller has no such workspace */
    public Workspace getWorkspace() {
        if (workspace == null) {
            workspace = workspaces.get(caller.get().userId(), getId());
        }
        return workspace;
    }

    public long getId() {
        return PageId.of(parameters);
    }
}
