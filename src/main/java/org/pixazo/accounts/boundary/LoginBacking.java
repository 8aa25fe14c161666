package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.Login;
import org.pixazo.accounts.control.SessionCookie;
import org.pixazo.accounts.control.SessionService;
import org.pixazo.accounts.entity.LocalPath;

/** The login page, and the way out of every page. */
@Named
@RequestScoped
public class LoginBacking {

    @Inject
    AccountService accounts;

    @Inject
    Login login;

    @Inject
    SessionService sessions;

    @Inject
    ExternalContext external;

    private String username;
    private String password;
    private String next;

    public void enter() throws IOException {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        Login.Entered entered = login.enter(username, password, request.getRemoteAddr());
        SessionCookie.token(request).ifPresent(sessions::end);
        external.addResponseHeader("Set-Cookie", SessionCookie.begin(entered.token(), request));
        external.redirect(external.getRequestContextPath() + LocalPath.orHome(next));
    }

    public void leave() throws IOException {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        SessionCookie.token(request).ifPresent(sessions::end);
        external.addResponseHeader("Set-Cookie", SessionCookie.end(request));
        external.redirect(external.getRequestContextPath() + "/login");
    }

    /** Whether the page may offer an account. */
    public boolean isRegistrationOpen() {
        return accounts.registrationOpen();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Where to go afterwards. */
    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
