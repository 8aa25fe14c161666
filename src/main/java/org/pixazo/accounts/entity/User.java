package org.pixazo.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;

/** A person with an account. Names are unique without regard to case. A disabled user's credentials open nothing. */
@Entity
@Table(name = "users")
public class User {

    private static final String ACTIVE = "active";
    private static final String DISABLED = "disabled";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String username;
    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    private String role;
    private String status;

    @Column(name = "default_text_model")
    private String defaultTextModel;

    @Column(name = "default_image_model")
    private String defaultImageModel;

    @Column(name = "default_style")
    private String defaultStyle;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected User() {}

    public User(String username, String email, String passwordHash, Role role, Instant now) {
        this.username = username;
        this.email = email;
        this.passwordHash = passwordHash;
        this.role = word(role);
        this.status = ACTIVE;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Changes what users themselves may change. */
    public void change(UserProfile profile, Instant now) {
        email = profile.email();
        defaultTextModel = profile.defaultTextModel();
        defaultImageModel = profile.defaultImageModel();
        defaultStyle = profile.defaultStyle();
        updatedAt = now;
    }

    public void changePassword(String newPasswordHash, Instant now) {
        passwordHash = newPasswordHash;
        updatedAt = now;
    }

    /** Changes what administrators may change. */
    public void administer(Role newRole, boolean active, Instant now) {
        role = word(newRole);
        status = active ? ACTIVE : DISABLED;
        updatedAt = now;
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }

    public boolean active() {
        return ACTIVE.equals(status);
    }

    /** {@code active} or {@code disabled}. */
    public String status() {
        return status;
    }

    public UserProfile profile() {
        return new UserProfile(email, defaultTextModel, defaultImageModel, defaultStyle);
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
