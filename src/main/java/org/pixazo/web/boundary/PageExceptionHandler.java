package org.pixazo.web.boundary;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.FieldError;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.web.control.RequestId;

/**
 * Turns what backing beans and their services throw into messages on the page, so that nothing typed is lost: the faults
 * of an {@link InvalidInputException} go beside the fields of the submitted form whose ids they name, everything else on
 * top. A page that cannot be shown at all gets its status and the page of {@link ErrorServlet}; an expired view is loaded
 * afresh.
 */
public class PageExceptionHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(PageExceptionHandler.class.getName());

    PageExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    /** Puts the handler in place; named in {@code faces-config.xml}. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new PageExceptionHandler(getWrapped().getExceptionHandler());
        }
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            ExceptionQueuedEventContext queued = events.next().getContext();
            if (answered(queued.getContext(), queued.getPhaseId(), queued.getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean answered(FacesContext faces, PhaseId phase, Throwable failure) {
        if (find(failure, ViewExpiredException.class).isPresent()) {
            return reloaded(faces);
        }
        Optional<PixazoException> ours = find(failure, PixazoException.class);
        boolean rendering = PhaseId.RENDER_RESPONSE.equals(phase);
        if (rendering || !faces.isPostback()) {
            if (ours.isPresent() && !faces.getExternalContext().isResponseCommitted()) {
                return refused(faces, ours.get().status());
            }
            // The server hands the rest to ErrorServlet, which logs it; an Ajax request could not show that page.
            return faces.getPartialViewContext().isAjaxRequest() && logged(failure) && reloaded(faces);
        }
        if (ours.isPresent()) {
            show(faces, ours.get());
        } else {
            logged(failure);
            add(
                    faces,
                    null,
                    "Something went wrong inside Pixazo. The log has the details under the request id "
                            + RequestId.current() + ".");
        }
        return true;
    }

    private static void show(FacesContext faces, PixazoException failure) {
        if (!(failure instanceof InvalidInputException invalid)
                || invalid.errors().isEmpty()) {
            add(faces, null, failure.getMessage());
            return;
        }
        for (FieldError error : invalid.errors()) {
            Optional<UIInput> input = input(faces, camelCase(error.field()));
            String name = input.map(found -> (String) found.getAttributes().get("label"))
                    .orElse(error.field());
            input.ifPresent(found -> keep(faces, found));
            add(faces, input.map(found -> found.getClientId(faces)).orElse(null), name + " " + error.message() + ".");
        }
        faces.validationFailed();
    }

    /** Marks an input and has it show again what was typed. */
    private static void keep(FacesContext faces, UIInput input) {
        String typed = faces.getExternalContext().getRequestParameterMap().get(input.getClientId(faces));
        if (!(input instanceof UISelectMany)) {
            input.setSubmittedValue(typed);
        }
        input.setValid(false);
    }

    private static void add(FacesContext faces, String clientId, String text) {
        faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    private static Optional<UIInput> input(FacesContext faces, String id) {
        AtomicReference<UIInput> found = new AtomicReference<>();
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
            }
            if (component instanceof UIInput input && id.equals(component.getId()) && inForm(component)) {
                found.set(input);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return Optional.ofNullable(found.get());
    }

    private static boolean inForm(UIComponent component) {
        for (UIComponent parent = component.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof UIForm) {
                return true;
            }
        }
        return false;
    }

    /** {@code current_password} becomes {@code currentPassword}. */
    private static String camelCase(String field) {
        StringBuilder name = new StringBuilder();
        for (String word : field.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private static boolean refused(FacesContext faces, int status) {
        ExternalContext external = faces.getExternalContext();
        try {
            external.responseReset();
            external.responseSendError(status, null);
            faces.responseComplete();
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    /** Sends the browser to the page that it is on, with a new view. */
    private static boolean reloaded(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        if (external.isResponseCommitted()) {
            return false;
        }
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String query = request.getQueryString();
        try {
            external.redirect(request.getRequestURI() + (query == null ? "" : "?" + query));
            faces.responseComplete();
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static boolean logged(Throwable failure) {
        Map<String, String> headers =
                FacesContext.getCurrentInstance().getExternalContext().getRequestHeaderMap();
        LOG.log(Level.SEVERE, failure, () -> "Unexpected failure of a page, referred by " + headers.get("Referer"));
        return true;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
