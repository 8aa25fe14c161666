package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Describing images on their page. */
class ImagesPageIT {

    private final Browser browser = new Browser(Shared.server());
    private ImageDesk desk;

    @BeforeEach
    void enter() {
        desk = new ImageDesk(browser).open("");
    }

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void images_are_made_and_faults_stand_beside_their_fields_without_loss() {
        assertThat(desk.page.locator(".gallery-note")).containsText("No images yet");
        desk.page.selectOption("#imageModel", "offline");
        desk.page.click("#generate");
        assertThat(desk.page.locator("[data-error=prompt]")).containsText("The prompt is needed");
        desk.page.fill("#imagePrompt", "a red fox");
        moreOptions();
        desk.page.fill("#width", "5000");
        desk.page.click("#generate");
        assertThat(desk.page.locator("[data-error=width]")).containsText("Width must be");
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a red fox");

        desk.page.fill("#width", "128");
        desk.page.fill("#height", "128");
        number(2);
        desk.page.click("#generate");
        assertThat(desk.tiles()).hasCount(2);
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a red fox");
    }

    @Test
    void what_was_typed_is_there_again_after_a_reload() {
        desk.page.fill("#imagePrompt", "a long description");
        moreOptions();
        desk.page.fill("#negativePrompt", "fog");
        desk.page.fill("#seed", "77");
        number(3);
        desk.reload();
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a long description");
        assertThat(desk.page.locator("#negativePrompt")).hasValue("fog");
        assertThat(desk.page.locator("#seed")).hasValue("77");
        assertThat(desk.page.locator("[name=n][value='3']")).isChecked();
        desk.page.click("[data-reset]");
        assertThat(desk.page.locator("#imagePrompt")).hasValue("");
        desk.undo();
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a long description");
    }

    @Test
    void a_lost_connection_loses_nothing() {
        desk.page.fill("#imagePrompt", "a ship");
        desk.page.route("**/api/images/generate", route -> route.abort());
        desk.page.click("#generate");
        assertThat(desk.page.locator("#imageProblem")).containsText("cannot be reached");
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a ship");
        assertThat(desk.page.locator(".tile.making")).hasCount(0);
    }

    @Test
    void shapes_are_those_that_the_model_can_do() {
        desk.page.selectOption("#imageModel", "sdxl");
        moreOptions();
        desk.page
                .locator(".shape", new com.microsoft.playwright.Page.LocatorOptions().setHasText("16:9"))
                .click();
        assertThat(desk.page.locator("#width")).hasValue("1344");
        assertThat(desk.page.locator("#height")).hasValue("768");
        desk.page.click("[data-turn]");
        assertThat(desk.page.locator("#width")).hasValue("768");
        assertThat(desk.page.locator("input[name=shape][value='9:16']")).isChecked();
        desk.page.selectOption("#imageModel", "flux-klein");
        assertThat(desk.page.locator("#guidanceScale")).isHidden();
        assertThat(desk.page.locator("#negativePrompt")).isHidden();
    }

    @Test
    void a_seed_is_rolled_and_kept_while_it_is_locked() {
        desk.page.selectOption("#imageModel", "sdxl");
        desk.page.fill("#imagePrompt", "a stone");
        moreOptions();
        desk.page.click("[data-dice]");
        assertThat(desk.page.locator("[name=keepSeed]")).isChecked();
        String seed = desk.value("#seed");
        assertThat(seed).matches("\\d+");
        desk.page.click("#generate");
        assertThat(desk.tiles()).hasCount(1);
        assertThat(desk.page.locator("#seed")).hasValue(seed);
        desk.page.uncheck("[name=keepSeed]");
        desk.page.click("#generate");
        assertThat(desk.tiles()).hasCount(2);
        assertThat(desk.page.locator("#seed")).hasValue("");
    }

    @Test
    void the_price_stands_there_before_anything_runs_and_many_images_are_asked_about() {
        desk.page.selectOption("#imageModel", "sdxl");
        desk.page.fill("#imagePrompt", "a shell");
        number(7);
        Locator price = desk.page.locator("[data-price]");
        assertThat(price).containsText("7 images");
        assertThat(price).containsText("free");
        desk.page.click("#generate");
        assertThat(desk.page.locator("dialog.confirm")).containsText("7 images");
        desk.page.click("dialog.confirm button:has-text('Cancel')");
        assertThat(desk.page.locator(".tile")).hasCount(0);
        desk.page.click("#generate");
        desk.page.click("dialog.confirm .primary");
        assertThat(desk.tiles()).hasCount(7);
    }

    @Test
    void an_enhanced_prompt_is_taken_or_discarded() {
        desk.page.fill("#imagePrompt", "a cat");
        desk.page.click("#enhance");
        Locator enhanced = desk.page.locator("#enhanced");
        assertThat(enhanced).isVisible();
        desk.page.click("#enhanced button:has-text('Discard')");
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a cat");
        desk.page.click("#enhance");
        String text = (String) enhanced.locator(".enhanced-text")
                .evaluate("(shown) => [...shown.childNodes].filter((part) => part.nodeName !== 'DEL')"
                        + ".map((part) => part.textContent).join('')");
        desk.page.click("#enhanced [data-take]");
        assertThat(desk.page.locator("#imagePrompt")).hasValue(text);
    }

    @Test
    void advice_on_model_and_style_is_taken_by_a_press() {
        desk.page.fill("#imagePrompt", "a portrait of an old sailor");
        desk.page.click("[data-advise-model]");
        Locator suggestion = desk.page.locator("[data-advice] [data-suggest]").first();
        String model = suggestion.getAttribute("data-suggest");
        suggestion.click();
        assertThat(desk.page.locator("#imageModel")).hasValue(model);
        desk.page.click("[data-advise-style]");
        Locator styles = desk.page.locator("[data-advice] [data-suggest]");
        String style = styles.first().getAttribute("data-suggest");
        styles.first().click();
        assertThat(desk.page.locator("#imageStyle")).hasValue(style);
    }

    @Test
    void the_page_fits_a_telephone() {
        desk.make("a well", 3);
        desk.page.setViewportSize(390, 844);
        desk.reload();
        assertThat((int) desk.page.evaluate("() => document.getElementById('content').scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(desk.tiles()).hasCount(3);
        assertThat(desk.page.locator("#imagePrompt")).isHidden();
        desk.page.click("#toggleForm");
        assertThat(desk.page.locator("#imagePrompt")).isVisible();
        assertThat((int) desk.page.evaluate("() => document.getElementById('content').scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    private void moreOptions() {
        desk.page.click(".more-options summary");
    }

    private void number(int n) {
        desk.page.locator(".numbers label").nth(n - 1).click();
    }
}
