package org.pixazo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Api;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** Accounts, sessions and API keys over REST. */
class AccountsIT {

    private static final String PASSWORD = "a long password";

    private PixazoServer server;
    private String name;

    @BeforeEach
    void register() {
        server = Shared.server();
        name = "anna" + System.nanoTime();
        server.anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", PASSWORD, "email", "anna@example.org"))
                .expect(201);
    }

    @Test
    void a_new_account_logs_in_and_sees_itself() {
        Answer me = server.anonymous().login(name, PASSWORD).get("/api/me").expect(200);
        assertThat(me.text("username")).isEqualTo(name);
        assertThat(me.text("email")).isEqualTo("anna@example.org");
        assertThat(me.text("role")).isEqualTo("user");
        assertThat(me.body()).doesNotContain("password").doesNotContain("hash");
    }

    @Test
    void a_name_is_taken_whatever_its_case() {
        server.anonymous()
                .post("/api/auth/register", Map.of("username", name.toUpperCase(), "password", PASSWORD))
                .expect(409);
    }

    @Test
    void bad_registrations_name_every_field() {
        Answer answer = server.anonymous()
                .post("/api/auth/register", Map.of("username", "-", "password", "short", "email", "no"))
                .expect(400);
        assertThat(answer.at("errors").findValuesAsString("field")).containsExactly("email", "password", "username");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        Answer wrong = server.anonymous()
                .post("/api/auth/login", Map.of("username", name, "password", "wrong password"))
                .expect(401);
        Answer unknown = server.anonymous()
                .post("/api/auth/login", Map.of("username", name + "x", "password", "wrong password"))
                .expect(401);
        assertThat(wrong.text("detail")).isEqualTo(unknown.text("detail"));
    }

    @Test
    void guessing_is_slowed_down_even_in_parallel() {
        List<Integer> statuses = java.util.stream.IntStream.range(0, 14)
                .parallel()
                .mapToObj(i -> server.anonymous()
                        .post("/api/auth/login", Map.of("username", name, "password", "guess number " + i))
                        .status())
                .toList();
        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSizeLessThanOrEqualTo(10);
        Answer late = server.anonymous().post("/api/auth/login", Map.of("username", name, "password", PASSWORD));
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.header("Retry-After")).isPresent();
    }

    @Test
    void every_login_has_a_session_of_its_own_that_ends_at_logout() {
        Api one = server.anonymous().login(name, PASSWORD);
        Api two = server.anonymous().login(name, PASSWORD);
        one.post("/api/auth/logout").expect(204);
        one.get("/api/me").expect(401);
        two.get("/api/me").expect(200);
    }

    @Test
    void a_password_change_needs_the_old_one_and_ends_all_sessions() {
        Api one = server.anonymous().login(name, PASSWORD);
        Api two = server.anonymous().login(name, PASSWORD);
        Answer wrong = one.put("/api/me/password", Map.of("current_password", "no", "new_password", "another password"))
                .expect(400);
        assertThat(wrong.at("errors").findValuesAsString("field")).containsExactly("current_password");

        one.put("/api/me/password", Map.of("current_password", PASSWORD, "new_password", "another password"))
                .expect(204);
        one.get("/api/me").expect(401);
        two.get("/api/me").expect(401);
        server.anonymous().login(name, "another password").get("/api/me").expect(200);
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        Answer login = server.anonymous()
                .post("/api/auth/login", Map.of("username", name, "password", PASSWORD))
                .expect(200);
        assertThat(login.header("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
    }

    @Test
    void a_request_with_a_session_must_prove_its_origin() {
        Api session = server.anonymous().login(name, PASSWORD);
        Map<String, String> body = Map.of("name", "W");
        session.post("/api/workspaces", body).expect(201);
        session.with("Origin", "https://evil.example")
                .post("/api/workspaces", body)
                .expect(403);
        session.with("Sec-Fetch-Site", "cross-site")
                .post("/api/workspaces", body)
                .expect(403);
        session.with("Sec-Fetch-Site", "same-site")
                .post("/api/workspaces", body)
                .expect(403);
        session.with("Origin", "null").post("/api/workspaces", body).expect(403);
    }

    @Test
    void the_profile_changes_field_by_field() {
        Api session = server.anonymous().login(name, PASSWORD);
        session.put("/api/me", Map.of("default_text_model", "grok-4")).expect(200);
        Answer me = session.put("/api/me", Map.of("default_style", "cinematic")).expect(200);
        assertThat(me.text("default_text_model")).isEqualTo("grok-4");
        assertThat(me.text("default_style")).isEqualTo("cinematic");
        session.put("/api/me", Map.of("role", "admin")).expect(400);
    }

    @Test
    void a_key_opens_what_its_scopes_say_and_nothing_once_removed() {
        Api session = server.anonymous().login(name, PASSWORD);
        Answer made = session.post("/api/keys", Map.of("name", "pictures", "scopes", List.of("images")))
                .expect(201);
        String secret = made.text("secret");
        assertThat(secret).startsWith("pxz_").startsWith(made.text("prefix"));
        assertThat(session.get("/api/keys").expect(200).body()).doesNotContain(secret);

        Api key = server.withKey(secret);
        key.get("/api/images").expect(200);
        Answer refused = key.get("/api/workspaces").expect(403);
        assertThat(refused.text("detail")).contains("workspaces");

        session.delete("/api/keys/" + made.number("id")).expect(204);
        key.get("/api/images").expect(401);
    }

    @Test
    void what_a_proxy_asks_for_does_not_end_a_session() {
        Api session = server.anonymous().login(name, PASSWORD);
        session.with("Authorization", "Basic cHJveHk6c2VjcmV0").get("/api/me").expect(200);
        session.with("Authorization", "Bearer pxz_wrong").get("/api/me").expect(401);
        server.anonymous()
                .with("Authorization", "Basic cHJveHk6c2VjcmV0")
                .get("/api/me")
                .expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/models", "/images", "/api/../account"})
    void a_key_opens_no_page(String page) {
        assertThat(server.admin().get(page).expect(302).header("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/login?next="));
    }

    @Test
    void a_key_cannot_make_a_stronger_key() {
        Api session = server.anonymous().login(name, PASSWORD);
        String secret = session.post("/api/keys", Map.of("name", "weak", "scopes", List.of("chat")))
                .expect(201)
                .text("secret");
        server.withKey(secret)
                .post("/api/keys", Map.of("name", "strong", "scopes", List.of("chat", "images")))
                .expect(403);
        session.post("/api/keys", Map.of("name", "admin", "scopes", List.of("admin")))
                .expect(403);
    }

    @Test
    void a_key_of_some_scopes_changes_nothing_that_it_does_not_open() {
        Api session = server.anonymous().login(name, PASSWORD);
        long strong =
                session.post("/api/keys", Map.of("name", "strong")).expect(201).number("id");
        Answer weak = session.post("/api/keys", Map.of("name", "weak", "scopes", List.of("chat")))
                .expect(201);
        Api key = server.withKey(weak.text("secret"));

        key.delete("/api/keys/" + strong).expect(403);
        key.put("/api/credentials/grok", Map.of("api_key", "mine")).expect(403);
        key.delete("/api/credentials/grok").expect(403);
        key.post("/api/telegram/code", Map.of()).expect(403);

        key.delete("/api/keys/" + weak.number("id")).expect(204);
        key.get("/api/me").expect(401);
    }

    @Test
    void own_upstream_keys_go_in_and_never_come_out() {
        Api session = server.anonymous().login(name, PASSWORD);
        session.put("/api/credentials/pixazo", Map.of("api_key", "very-secret-key"))
                .expect(200);
        Answer list = session.get("/api/credentials").expect(200);
        assertThat(list.text("items/0/provider")).isEqualTo("pixazo");
        assertThat(list.body()).doesNotContain("very-secret-key");
        session.delete("/api/credentials/pixazo").expect(204);
        session.delete("/api/credentials/pixazo").expect(404);
        session.put("/api/credentials/other", Map.of("api_key", "x")).expect(404);
    }

    @Test
    void only_administrators_see_users() {
        server.newUser().get("/api/users").expect(403);
        assertThat(server.admin().get("/api/users?limit=2").expect(200).at("items"))
                .hasSize(2);
        long administrator = server.admin().get("/api/me").expect(200).number("id");
        assertThat(server.admin().get("/api/users/" + administrator).expect(200).text("username"))
                .isEqualTo(PixazoServer.ADMIN);
    }

    @Test
    void an_administrator_disables_a_user_at_once() {
        Api session = server.anonymous().login(name, PASSWORD);
        long id = session.get("/api/me").expect(200).number("id");
        server.admin().put("/api/users/" + id, Map.of("status", "disabled")).expect(200);
        session.get("/api/me").expect(401);
        server.anonymous()
                .post("/api/auth/login", Map.of("username", name, "password", PASSWORD))
                .expect(401);
    }
}
