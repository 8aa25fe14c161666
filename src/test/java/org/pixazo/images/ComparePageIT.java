package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Images beside each other on their page. */
class ComparePageIT {

    private final Browser browser = new Browser(Shared.server());
    private ImageDesk desk;

    @BeforeEach
    void enter() {
        desk = new ImageDesk(browser);
        for (String weather : new String[] {"sun", "rain"}) {
            desk.make(Map.of(
                    "prompt",
                    "a hut in the " + weather,
                    "model",
                    "sdxl",
                    "width",
                    256,
                    "height",
                    256,
                    "seed",
                    5,
                    "n",
                    2));
        }
        desk.open("");
        assertThat(desk.tiles()).hasCount(4);
    }

    @AfterEach
    void leave() {
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void two_images_lie_over_each_other_or_side_by_side_with_what_differs() {
        desk.pick(0);
        desk.pick(2);
        desk.page.click("#bulkBar [data-compare]");
        Locator dialog = desk.page.locator("dialog.compare");
        assertThat(dialog.locator(".slider-frame img")).hasCount(2);
        dialog.locator("input[type=range]").fill("20");
        assertThat(dialog.locator(".slider-frame img").last()).hasCSS("clip-path", "inset(0px 0px 0px 80%)");
        assertThat(dialog.locator("tr.differs")).hasCount(1);
        assertThat(dialog.locator("tr.differs")).containsText("Prompt");

        Locator first = dialog.locator("thead th").nth(1);
        String before = first.textContent();
        desk.page.keyboard().press("c");
        assertThat(first).not().hasText(before);
        desk.page.keyboard().press("m");
        assertThat(dialog.locator(".side-view img")).hasCount(2);
        desk.page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    @Test
    void a_batch_is_a_grid_of_variants_and_seeds_and_its_winner_is_used_again() {
        desk.page.keyboard().press("Control+a");
        desk.page.click("#bulkBar [data-compare]");
        Locator dialog = desk.page.locator("dialog.compare");
        dialog.locator("[data-compare=grid]").click();
        assertThat(dialog.locator(".batch-grid tbody tr")).hasCount(2);
        assertThat(dialog.locator(".batch-grid thead th").nth(1)).hasText("Seed 5");
        assertThat(dialog.locator("[data-cell]")).hasCount(4);
        dialog.locator("[data-cell] .star").first().click();
        assertThat(dialog.locator("[data-cell] .star[aria-pressed=true]")).hasCount(1);
        dialog.locator(".batch-grid tbody tr")
                .nth(1)
                .locator("[data-winner]")
                .nth(1)
                .click();
        assertThat(dialog).hasCount(0);
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a hut in the sun");
        assertThat(desk.page.locator("#seed")).hasValue("6");
    }
}
