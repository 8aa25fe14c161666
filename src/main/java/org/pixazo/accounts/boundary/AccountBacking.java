package org.pixazo.accounts.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.control.Login;
import org.pixazo.accounts.control.SessionCookie;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.NewPassword;
import org.pixazo.accounts.entity.User;
import org.pixazo.accounts.entity.UserProfile;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.entity.IfMatch;

/** The caller's own account: profile, preferences and password. */
@Named
@RequestScoped
public class AccountBacking {

    @Inject
    CurrentCaller caller;

    @Inject
    UserRepository users;

    @Inject
    AccountService accounts;

    @Inject
    Login login;

    @Inject
    Bodies bodies;

    @Inject
    ExternalContext external;

    private User user;
    private String email;
    private String defaultTextModel;
    private String defaultImageModel;
    private String defaultStyle;
    private String currentPassword;
    private String newPassword;

    @PostConstruct
    void load() {
        user = users.get(caller.get().userId());
        UserProfile profile = user.profile();
        email = profile.email();
        defaultTextModel = profile.defaultTextModel();
        defaultImageModel = profile.defaultImageModel();
        defaultStyle = profile.defaultStyle();
    }

    public void saveProfile() {
        UserProfile profile = bodies.valid(new UserProfile(email, defaultTextModel, defaultImageModel, defaultStyle));
        accounts.change(user.id(), IfMatch.ANY, present -> profile);
        say("Saved.");
    }

    /** Changes the password, which ends every session, and begins a new one here. */
    public void changePassword() {
        NewPassword change = bodies.valid(new NewPassword(currentPassword, newPassword));
        accounts.changePassword(user.id(), change.currentPassword(), change.newPassword());
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        Login.Entered entered = login.enter(user.username(), change.newPassword(), request.getRemoteAddr());
        external.addResponseHeader("Set-Cookie", SessionCookie.begin(entered.token(), request));
        say("The password is changed. All other sessions are logged out.");
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(text));
    }

    public User getUser() {
        return user;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getDefaultTextModel() {
        return defaultTextModel;
    }

    public void setDefaultTextModel(String defaultTextModel) {
        this.defaultTextModel = defaultTextModel;
    }

    public String getDefaultImageModel() {
        return defaultImageModel;
    }

    public void setDefaultImageModel(String defaultImageModel) {
        this.defaultImageModel = defaultImageModel;
    }

    public String getDefaultStyle() {
        return defaultStyle;
    }

    public void setDefaultStyle(String defaultStyle) {
        this.defaultStyle = defaultStyle;
    }

    public String getCurrentPassword() {
        return currentPassword;
    }

    public void setCurrentPassword(String currentPassword) {
        this.currentPassword = currentPassword;
    }

    public String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = newPassword;
    }
}
