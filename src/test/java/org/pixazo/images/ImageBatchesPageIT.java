package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Choices in braces, and the way of an image from its idea, on the page of images. */
class ImageBatchesPageIT {

    private final Browser browser = new Browser(Shared.server());
    private ImageDesk desk;

    @BeforeEach
    void enter() {
        desk = new ImageDesk(browser).open("");
        desk.page.selectOption("#imageModel", "sdxl");
    }

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void choices_in_braces_are_shown_before_they_become_a_batch_that_can_be_compared() {
        desk.page.fill("#imagePrompt", "a {red|blue} kite over {sea|sand}");
        assertThat(desk.page.locator("[data-variants-count]")).hasText("4 prompts");
        desk.page.click("[data-variants] summary");
        assertThat(desk.page.locator("[data-variants-list]")).containsText("a blue kite over sea");
        desk.page.check("[name=same_seed]");
        desk.page.locator(".numbers label").nth(1).click();
        assertThat(desk.page.locator("[data-price]")).containsText("8 images · free");

        desk.page.click("#generate");
        assertThat(desk.page.locator("dialog.confirm h2")).hasText("Make 8 images?");
        desk.page.click("dialog.confirm .primary");
        assertThat(desk.tiles()).hasCount(8);

        desk.page
                .locator(".toast.offer button", new Page.LocatorOptions().setHasText("Compare"))
                .click();
        Locator grid = desk.page.locator(".batch-grid");
        assertThat(grid.locator("tbody tr")).hasCount(4);
        assertThat(grid.locator("thead th")).hasCount(3);
        String winner = grid.locator("tbody th")
                .nth(2)
                .evaluate("(cell) => cell.firstChild.textContent")
                .toString();
        grid.locator("tbody tr").nth(2).locator("[data-winner]").first().click();
        assertThat(desk.page.locator("#imagePrompt")).hasValue(winner);
    }

    @Test
    void too_many_choices_are_told_before_anything_runs() {
        desk.page.fill("#imagePrompt", "{a|b|c} {d|e|f} {g|h|i} {j|k|l}");
        assertThat(desk.page.locator("[data-price]")).containsText("gives 81 prompts");
        desk.page.click("#generate");
        assertThat(desk.page.locator("[data-error=prompt]")).containsText("at most 64 images");
        assertThat(desk.page.locator("#imagePrompt")).hasValue("{a|b|c} {d|e|f} {g|h|i} {j|k|l}");
        desk.page.uncheck("[name=macros]");
        assertThat(desk.page.locator("[data-price]")).containsText("1 image ·");
    }

    @Test
    void the_way_from_the_idea_to_the_image_can_be_gone_back_step_by_step() {
        desk.page.fill("#imagePrompt", "a cat");
        desk.page.click("#enhance");
        desk.page.click("#enhanced [data-take]");
        assertThat(desk.page.locator("[data-idea]")).containsText("a cat");
        String enhanced = desk.value("#imagePrompt");
        desk.page.fill("#imagePrompt", enhanced + ", smiling");
        desk.reload();
        assertThat(desk.page.locator("[data-idea]")).containsText("a cat");
        desk.page.locator(".numbers label").nth(1).click();
        desk.page.click("#generate");
        assertThat(desk.tiles()).hasCount(2);

        desk.tile(0).click();
        Locator origin = desk.page.locator("#lightboxOrigin li");
        assertThat(origin).hasText(new String[] {"Idea", "Enhanced", "Prompt", "Job", "Image"});
        origin.nth(3).locator("button").click();
        assertThat(desk.page.locator("dialog.compare .side-view img, dialog.compare .slider-frame img"))
                .hasCount(2);
        desk.page.keyboard().press("Escape");
        origin.nth(1).locator("button").click();
        assertThat(desk.page.locator("#imagePrompt")).hasValue(enhanced);
        desk.tile(0).click();
        origin.nth(0).locator("button").click();
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a cat");
        assertThat(desk.page.locator("[data-idea]")).isHidden();
    }

    @Test
    void an_image_leads_to_what_was_made_of_it() {
        desk.make("a hill", 1);
        Number parent =
                (Number) desk.page.evaluate("async () => (await (await fetch('/api/images')).json()).items[0].id");
        desk.make(Map.of(
                "prompt",
                "a hill with a tree",
                "model",
                "sdxl",
                "width",
                256,
                "height",
                256,
                "parent_image_id",
                parent));
        desk.reload();
        desk.tile(0).click();
        Locator origin = desk.page.locator("#lightboxOrigin");
        origin.getByText("From image").click();
        assertThat(desk.page.locator("#lightboxFacts dd").first()).hasText("a hill");
        origin.getByText("Edit").click();
        assertThat(desk.page.locator("#lightboxFacts dd").first()).hasText("a hill with a tree");
    }
}
