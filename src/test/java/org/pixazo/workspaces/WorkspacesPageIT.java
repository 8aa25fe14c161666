package org.pixazo.workspaces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Workspaces on their pages. */
class WorkspacesPageIT {

    private final Browser browser = new Browser(Shared.server());

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void a_workspace_is_made_renamed_and_deleted() {
        Page page = browser.newUser();
        page.click("#create");
        page.click("#save");
        assertThat(page.locator("#edit .field-error")).hasText("Name must not be blank.");
        page.fill("#name", "Foxes");
        page.fill("#description", "All of them <b>");
        page.click("#save");
        page.waitForURL("**/workspace?id=*");
        assertThat(page.locator("h1")).hasText("Foxes");

        page.navigate("/workspaces");
        assertThat(page.locator(".card .about")).hasText("All of them <b>");
        page.click(".card .edit");
        page.fill("#name", "Badgers");
        page.click("#save");
        assertThat(page.locator(".card h2")).hasText("Badgers");
        assertThat(page.locator("#recentChats h2")).hasText("Badgers");

        page.click(".card .remove");
        assertThat(page.locator("#removalFields")).containsText("all its chats, messages, images");
        assertThat(page.locator("#keep")).isFocused();
        page.click("#remove");
        assertThat(page.locator(".card")).hasCount(0);
        assertThat(page.locator(".empty")).containsText("Make your first workspace");
        assertThat(page.locator("#recentChats")).isEmpty();
        assertThat(page.evaluate("localStorage.getItem('pixazo.workspace')")).isNull();
    }

    @Test
    void a_chat_is_made_renamed_and_deleted_in_its_workspace() {
        Page page = browser.newUser();
        page.click("#newChat");
        page.waitForURL("**/chat?id=*");
        page.click("nav.crumbs a");
        page.waitForURL("**/workspace?id=*");
        page.click("#list .rename");
        page.fill("#name", "Of foxes");
        page.click("#save");
        assertThat(page.locator("#list .main a")).hasText("Of foxes");
        assertThat(page.locator("#recentChats > a")).hasText("Of foxes");

        page.click("#list .remove");
        page.click("#remove");
        assertThat(page.locator("#list .empty")).containsText("Start the first chat");
        assertThat(page.locator("#recentChats > a")).hasCount(0);
    }

    @Test
    void what_is_not_there_is_a_page_that_says_so() {
        Page page = browser.newUser();
        assertThat(page.navigate("/workspace?id=999999999").status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Not found");
        assertThat(page.navigate("/chat?id=nonsense").status()).isEqualTo(404);
    }

    @Test
    void more_chats_than_a_page_shows_are_one_click_away() {
        Page page = browser.newUser();
        page.click("#newChat");
        page.waitForURL("**/chat?id=*");
        page.click("nav.crumbs a");
        page.waitForURL("**/workspace?id=*");
        makeChats(page, 120);
        page.reload();
        assertThat(page.locator("#list li")).hasCount(100);

        page.click("#more");
        assertThat(page.locator("#list li")).hasCount(121);
        assertThat(page.locator("#more")).hasCount(0);
        assertThat(page.locator("#list li").nth(100)).isInViewport();
        page.locator("#list .rename").last().click();
        page.fill("#name", "The first of all");
        page.click("#save");
        assertThat(page.locator("#list .main a").last()).hasText("The first of all");
        assertThat(page.locator("#list li")).hasCount(121);
    }

    private static void makeChats(Page page, int count) {
        page.evaluate("""
                async count => {
                  const workspace = new URLSearchParams(location.search).get('id');
                  for (let i = 0; i < count; i++) {
                    await fetch(`/api/workspaces/${workspace}/chats`, {
                      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({name: `Chat ${i}`})
                    });
                  }
                }""", count);
    }
}
