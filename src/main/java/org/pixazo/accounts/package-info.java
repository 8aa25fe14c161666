/**
 * Who is asking: users, sessions, API keys with scopes, and the users' own upstream credentials, sealed. Passwords are
 * hashed slowly, tokens of 240 bits and more by SHA-256: nobody can guess those, and a request must not wait.
 */
package org.pixazo.accounts;
