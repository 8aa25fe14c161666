package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** An image at full size: its keys, its parameters, and the way back into the form. */
class LightboxPageIT {

    private static final Map<String, Object> ORDER = Map.of(
            "prompt",
            "a castle in the mist",
            "negative_prompt",
            "people, cars",
            "model",
            "sdxl",
            "style",
            "watercolor",
            "width",
            512,
            "height",
            384,
            "num_steps",
            17,
            "guidance_scale",
            6.5,
            "seed",
            4242);

    private final Browser browser = new Browser(Shared.server());
    private ImageDesk desk;

    @BeforeEach
    void enter() {
        desk = new ImageDesk(browser);
    }

    @AfterEach
    void leave() {
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void keys_go_through_the_images_mark_them_and_show_their_parameters() {
        desk.make("first", 1);
        desk.make("second", 1);
        desk.open("");
        desk.tile(0).click();
        Locator facts = desk.page.locator("#lightboxFacts");
        assertThat(facts).containsText("second");
        press("ArrowRight");
        assertThat(facts).containsText("first");
        press("ArrowLeft");
        assertThat(facts).containsText("second");
        press(".");
        assertThat(desk.page.locator("#lightboxStar")).hasAttribute("aria-pressed", "true");
        press("i");
        assertThat(desk.page.locator("#lightboxOverlay")).containsText("second");
        press("?");
        assertThat(desk.page.locator("dialog.keys")).containsText("Remix");
        press("Escape");
        assertThat(desk.page.locator("dialog.keys")).hasCount(0);
        press("Escape");
        assertThat(desk.page.locator("#lightbox")).isHidden();
        assertThat(desk.page.locator(".tile.favourite")).hasCount(1);
    }

    @Test
    void delete_goes_on_to_the_next_image_and_can_be_undone() {
        desk.make("first", 1);
        desk.make("second", 1);
        desk.open("");
        desk.tile(0).click();
        press("Delete");
        assertThat(desk.page.locator("#lightboxFacts")).containsText("first");
        desk.undo();
        assertThat(desk.tiles()).hasCount(2);
        // The keys go on working although the pressed button is gone.
        press("ArrowLeft");
        assertThat(desk.page.locator("#lightboxFacts")).containsText("second");
    }

    @Test
    void all_the_prompt_the_seed_or_all_but_the_seed_go_into_the_form_and_back_out() {
        desk.make(ORDER);
        desk.open("");
        desk.page.fill("#imagePrompt", "my own words");
        openAndPress("s");
        assertThat(desk.value("#seed")).isEqualTo("4242");
        assertThat(desk.value("#imagePrompt")).isEqualTo("my own words");

        openAndPress("r");
        assertThat(desk.value("#imagePrompt")).isEqualTo("a castle in the mist");
        assertThat(desk.value("#numSteps")).isEqualTo("17");
        assertThat(desk.value("#seed")).isEmpty();
        desk.undo();
        assertThat(desk.page.locator("#imagePrompt")).hasValue("my own words");
        assertThat(desk.value("#seed")).isEqualTo("4242");

        openAndPress("p");
        assertThat(desk.value("#imagePrompt")).isEqualTo("a castle in the mist");
        openAndPress("a");
        assertThatTheFormHasTheOrder();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "webp"})
    void a_downloaded_file_that_is_dropped_into_the_form_restores_every_parameter(String format) {
        desk.make(ORDER);
        desk.open("");
        desk.tile(0).click();
        byte[] file = desk.download("#lightboxDownload-" + format);
        press("Escape");

        desk.page.evaluate("() => localStorage.clear()");
        desk.reload();
        desk.page.selectOption("#imageModel", "flux-klein");
        desk.page.fill("#imagePrompt", "something else");
        desk.drop("#imagePrompt", file, "image/" + format);
        assertThat(desk.page.locator("#imagePrompt")).hasValue("a castle in the mist");
        assertThatTheFormHasTheOrder();
    }

    @Test
    void a_file_without_parameters_that_is_dropped_beside_the_form_changes_nothing() {
        desk.open("");
        desk.page.fill("#imagePrompt", "my own words");
        desk.drop("[data-gallery]", new byte[] {1, 2, 3}, "image/png");
        assertThat(desk.page.locator(".toast.bad")).containsText("does not tell how it was made");
        assertThat(desk.page.locator("#imagePrompt")).hasValue("my own words");
    }

    @Test
    void a_file_comes_as_png_jpeg_and_webp() {
        desk.make("a mill", 1);
        desk.open("");
        desk.tile(0).click();
        assertThat(desk.download("#lightboxDownload-png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(desk.download("#lightboxDownload-jpeg")).startsWith(0xFF, 0xD8);
        assertThat(desk.download("#lightboxDownload-webp")).startsWith('R', 'I', 'F', 'F');
    }

    private void assertThatTheFormHasTheOrder() {
        desk.page.locator("#imageForm .more-options").evaluate("(details) => { details.open = true; }");
        assertThat(desk.page.locator("#numSteps")).hasValue("17");
        assertThat(desk.value("#imagePrompt")).isEqualTo("a castle in the mist");
        assertThat(desk.value("#negativePrompt")).isEqualTo("people, cars");
        assertThat(desk.value("#imageModel")).isEqualTo("sdxl");
        assertThat(desk.value("#imageStyle")).isEqualTo("watercolor");
        assertThat(desk.value("#width")).isEqualTo("512");
        assertThat(desk.value("#height")).isEqualTo("384");
        assertThat(desk.value("#guidanceScale")).isEqualTo("6.5");
        assertThat(desk.value("#seed")).isEqualTo("4242");
        assertThat(desk.page.locator("[name=keepSeed]")).isChecked();
    }

    private void openAndPress(String key) {
        desk.tile(0).click();
        assertThat(desk.page.locator("#lightbox")).isVisible();
        press(key);
        assertThat(desk.page.locator("#lightbox")).isHidden();
        assertThat(desk.page.locator(".toast.offer").last()).containsText(Pattern.compile("Parameters taken over"));
    }

    private void press(String key) {
        desk.page.keyboard().press(key);
    }
}
