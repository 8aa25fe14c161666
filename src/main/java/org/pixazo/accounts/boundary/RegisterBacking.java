package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.NewAccount;
import org.pixazo.web.control.Bodies;

/** The registration page. Who registers is logged in at once. */
@Named
@RequestScoped
public class RegisterBacking {

    @Inject
    AccountService accounts;

    @Inject
    UserRepository users;

    @Inject
    Bodies bodies;

    @Inject
    LoginBacking login;

    private String email;

    public void register() throws IOException {
        NewAccount wanted = bodies.valid(new NewAccount(login.getUsername(), login.getPassword(), email));
        accounts.register(wanted.username(), wanted.password(), wanted.email());
        login.enter();
    }

    /** Whether nobody has an account yet. */
    public boolean isFirst() {
        return users.empty();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
