package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.Shared;

/** The jobs that make images, on the page of images. */
class ImageJobsPageIT {

    private final Browser browser = new Browser(Shared.server());

    @AfterEach
    void leave() {
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void places_stand_there_at_once_and_fill_with_images() {
        ImageDesk desk = new ImageDesk(browser).open("");
        order(desk.page, "slow hill", 2);
        assertThat(desk.page.locator(".tile.making")).hasCount(2);
        assertThat(desk.page.locator("[data-job-row]")).containsText("slow hill");
        desk.reload();
        assertThat(desk.tiles()).hasCount(2);
        assertThat(desk.page.locator(".tile.making")).hasCount(0);
        assertThat(desk.page.locator("[data-job-row]")).hasCount(0);
    }

    @Test
    void a_job_is_cancelled_and_tried_again() {
        ImageDesk desk = new ImageDesk(browser).open("");
        order(desk.page, "slow river", 4);
        desk.page.click("[data-cancel]");
        Locator row = desk.page.locator("[data-job-row]");
        assertThat(row).containsText("Cancelled");
        row.locator("[data-retry]").click();
        assertThat(desk.tiles()).hasCount(4);
    }

    @Test
    void a_failure_says_why_and_what_can_be_done() {
        ImageDesk desk = new ImageDesk(browser).open("");
        order(desk.page, "fail-400 please", 1);
        Locator row = desk.page.locator(".job.failed");
        assertThat(row.locator(".job-state")).not().isEmpty();
        desk.page.fill("#imagePrompt", "");
        row.locator("[aria-label^='Take its parameters']").click();
        assertThat(desk.page.locator("#imagePrompt")).hasValue("fail-400 please");
        desk.page.click("[data-clear-jobs]");
        assertThat(desk.page.locator("[data-jobs]")).isHidden();
        desk.reload();
        assertThat(desk.page.locator("[data-jobs]")).isHidden();
    }

    @Test
    void an_administrator_pauses_the_queue_for_all() {
        Page page = browser.page();
        browser.open("/login");
        browser.login(PixazoServer.ADMIN, PixazoServer.ADMIN_PASSWORD);
        page.navigate("/images");
        try {
            page.click("[data-queue=pause]");
            assertThat(page.locator("#queueSwitch")).containsText("The queue is paused");
            try (Browser other = new Browser(Shared.server())) {
                ImageDesk desk = new ImageDesk(other).open("");
                assertThat(desk.page.locator("#queueSwitch")).containsText("An administrator has paused the queue");
                assertThat(desk.page.locator("[data-queue]")).hasCount(0);
                order(desk.page, "a patient hill", 1);
                assertThat(desk.page.locator(".job.queued")).containsText("queue");
                page.click("[data-queue=resume]");
                assertThat(desk.tiles()).hasCount(1);
                other.assertThatNothingWentWrong();
            }
        } finally {
            Shared.server().admin().post("/api/image-jobs/resume").expect(200);
        }
    }

    private static void order(Page page, String prompt, int n) {
        page.selectOption("#imageModel", "sdxl");
        page.fill("#imagePrompt", prompt);
        page.locator(".numbers label").nth(n - 1).click();
        page.click("#generate");
    }
}
