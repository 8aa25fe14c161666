package org.pixazo.models;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** The administrator's page of image models. */
class AdminModelsPageIT {

    private final Browser browser = new Browser(Shared.server());
    private final String id = "page-" + System.nanoTime();

    @AfterEach
    void leave() {
        Shared.server().admin().delete("/api/admin/models/" + id);
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void a_model_is_added_tried_changed_and_deleted() {
        Page page = administrator();
        page.click(".nav a[href$='/models']");
        assertThat(page.locator("tr[data-model=sdxl]")).containsText("as shipped");

        page.click("#newModel");
        page.fill("#modelId", id);
        page.fill("#model-name", "Of the page");
        page.fill("#model-route-path", "/sdxlTurbo/v2/getData");
        page.fill("#model-per_image", "0.25");
        page.click("#saveModel");
        assertThat(page.locator("tr[data-model=" + id + "]")).containsText("$0.25");

        page.click("tr[data-model=" + id + "] >> text=Test");
        page.click("#runTrial");
        assertThat(page.locator("#trialResult img")).isVisible();
        assertThat(page.locator("#trialResult")).containsText("a red fox in the snow");

        page.click("tr[data-model=" + id + "] >> text=Edit");
        page.click("#removeModel");
        page.click("dialog.confirm .danger");
        assertThat(page.locator("tr[data-model=" + id + "]")).hasCount(0);
    }

    @Test
    void users_do_not_see_it() {
        Page page = browser.newUser();
        assertThat(page.locator(".nav a[href$='/models']")).hasCount(0);
        page.navigate("/models");
        assertThat(page.locator(".empty")).containsText("For administrators");
    }

    private Page administrator() {
        browser.open("/login");
        browser.login("root", "correct horse battery");
        return browser.page();
    }
}
