package org.pixazo.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Answer;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Registration, login and the ways into the pages. */
class LoginPageIT {

    private final Browser browser = new Browser(Shared.server());

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void faults_stand_beside_their_fields_and_nothing_typed_is_lost() {
        Page page = browser.tab();
        page.navigate("/register");
        page.fill("#username", "x");
        page.fill("#password", "a long password");
        page.fill("#email", "me@example.org");
        page.click("#create");
        assertThat(page.locator("#usernameHint")).containsText("Username must have 2 to 64 characters");
        assertThat(page.locator("#username")).hasValue("x");
        assertThat(page.locator("#email")).hasValue("me@example.org");

        page.fill("#username", "page" + System.nanoTime());
        page.fill("#password", "a long password");
        page.click("#create");
        page.waitForURL("**/workspaces");
    }

    @Test
    void the_login_leads_where_one_wanted_to_go_but_never_elsewhere() {
        Page page = browser.newUser();
        String name = page.textContent(".who-name");
        page.click("#leave");
        page.waitForURL("**/login");

        page.navigate("/account");
        page.waitForURL("**/login?next=%2Faccount");
        page.fill("#username", name);
        page.fill("#password", "wrong");
        page.click("#enter");
        assertThat(page.locator(".notices")).containsText("The username or the password is wrong.");
        page.fill("#password", "a long password");
        page.click("#enter");
        page.waitForURL("**/account");

        page.click("#leave");
        page.waitForURL("**/login");
        page.navigate("/login?next=https://example.org/");
        page.fill("#username", name);
        page.fill("#password", "a long password");
        page.click("#enter");
        page.waitForURL("**/workspaces");
    }

    @Test
    void who_registers_instead_arrives_there_too() {
        Page page = browser.tab();
        page.navigate("/account");
        page.waitForURL("**/login?next=%2Faccount");
        page.click("text=Register");
        page.click("text=Log in");
        page.click("text=Register");
        page.waitForURL("**/register?next=%2Faccount");
        page.fill("#username", "page" + System.nanoTime());
        page.fill("#password", "a long password");
        page.click("#create");

        page.waitForURL("**/account");
    }

    @Test
    void a_page_whose_session_has_ended_leads_to_the_login_which_says_why_and_leads_back() {
        Page page = browser.newUser();
        String name = page.textContent(".who-name");
        page.context().clearCookies();
        page.click("#create");
        page.waitForURL("**/login?next=%2Fworkspaces");
        assertThat(page.locator(".lead")).containsText("no longer");
        page.fill("#username", name);
        page.fill("#password", "a long password");
        page.click("#enter");
        page.waitForURL("**/workspaces");
    }

    @Test
    void pages_have_one_strict_policy() {
        Answer login = Shared.server().anonymous().get("/login").expect(200);
        assertThat(login.header("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self' 'nonce-", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval")
                .doesNotContainPattern("script-src[^;]*unsafe-inline");
    }
}
