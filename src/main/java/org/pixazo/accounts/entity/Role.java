package org.pixazo.accounts.entity;

/** What a user may do beyond the own things. */
public enum Role {
    USER,
    ADMIN
}
