package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Making and finding images on their page. */
class ImagesPageIT {

    private final Browser browser = new Browser(Shared.server());

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void images_are_made_looked_at_reused_and_deleted() {
        Page page = browser.newUser();
        page.navigate("/images");
        page.selectOption("#imageModel", "offline");
        page.click("#generate");
        assertThat(page.locator("[data-error=prompt]")).containsText("The prompt is needed");
        page.fill("#imagePrompt", "a red fox");
        page.click("summary");
        page.fill("#width", "5000");
        page.click("#generate");
        assertThat(page.locator("[data-error=width]")).containsText("Width must be");
        assertThat(page.locator("#imagePrompt")).hasValue("a red fox");

        page.fill("#width", "128");
        page.fill("#height", "128");
        page.locator(".numbers label").nth(1).click();
        page.click("#generate");
        assertThat(page.locator("button.thumb")).hasCount(2);

        page.locator("button.thumb").first().click();
        assertThat(page.locator("#lightboxFacts")).containsText("a red fox");
        page.click("#lightboxUse");
        assertThat(page.locator("#seed")).not().hasValue("");

        page.locator("button.thumb").first().click();
        page.click("#lightboxDelete");
        page.click("dialog.confirm .danger");
        page.click("#lightboxClose");
        assertThat(page.locator("button.thumb")).hasCount(1);
    }
}
