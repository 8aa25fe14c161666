package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** The styles that a person finds, makes, shares and carries away on the page of images. */
class StylesPageIT {

    private final Browser browser = new Browser(Shared.server());
    private ImageDesk desk;
    private Locator picker;

    @BeforeEach
    void enter() {
        desk = new ImageDesk(browser).open("");
        desk.page.click("[data-pick-style]");
        picker = desk.page.locator("dialog.styles");
    }

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void styles_stand_by_category_and_are_found_by_words() {
        assertThat(picker.locator("h3").first()).hasText("Photography");
        picker.locator("input[type=search]").fill("waterc");
        assertThat(picker.locator(".style-card")).hasCount(1);
        picker.locator(".style-take").click();
        assertThat(desk.page.locator("#imageStyle")).hasValue("watercolor");
    }

    @Test
    void an_own_style_is_made_used_changed_and_deleted() {
        picker.locator("[data-new-style]").click();
        Locator editor = desk.page.locator("dialog.style-editor");
        editor.locator("[type=submit]").click();
        assertThat(editor.locator("[data-error=name]")).containsText("Name");
        editor.locator("[name=name]").fill("Chalk");
        editor.locator("[name=prompt]").fill("chalk drawing of {prompt} on slate");
        editor.locator("[name=negative_prompt]").fill("photo");
        editor.locator("[type=submit]").click();
        assertThat(card("Chalk")).isVisible();

        card("Chalk").locator(".style-take").click();
        assertThat(desk.page.locator("#imageStyle option:checked")).hasText("Chalk");
        desk.page.selectOption("#imageModel", "sdxl");
        desk.page.fill("#imagePrompt", "a whale");
        desk.page.click("#generate");
        assertThat(desk.tiles()).hasCount(1);
        assertThat((String) desk.page.evaluate(
                        "async () => (await (await fetch('/api/images')).json()).items[0].provenance.styled_prompt"))
                .isEqualTo("chalk drawing of a whale on slate");

        desk.page.click("[data-pick-style]");
        card("Chalk").locator("[aria-label^=Edit]").click();
        editor.locator("[name=name]").fill("White chalk");
        editor.locator("[type=submit]").click();
        card("White chalk").locator("[aria-label^=Delete]").click();
        desk.page.click("dialog.confirm .danger");
        assertThat(card("White chalk")).hasCount(0);
    }

    @Test
    void a_style_of_the_product_is_the_start_of_an_own_one_shared_with_a_workspace() {
        desk.post("/api/workspaces", java.util.Map.of("name", "Studio"));
        card("Watercolour").locator("[aria-label^='Make an own']").click();
        Locator editor = desk.page.locator("dialog.style-editor");
        assertThat(editor.locator("[name=prompt]")).hasValue(java.util.regex.Pattern.compile(".*\\{prompt}.*"));
        editor.locator("[name=workspace_id]")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Studio"));
        editor.locator("[type=submit]").click();
        assertThat(card("Watercolour, mine").locator(".badge")).hasText("Shared");
    }

    @Test
    void own_styles_are_carried_out_and_in() {
        String file =
                "{\"format\":\"pixazo.styles\",\"version\":1,\"styles\":[{\"name\":\"Rust\",\"prompt\":\"rusty {prompt}\"}]}";
        upload(file);
        assertThat(card("Rust")).isVisible();
        byte[] out = desk.download("dialog.styles a[download]");
        assertThat(new String(out, StandardCharsets.UTF_8))
                .contains("pixazo.styles")
                .contains("rusty {prompt}");
        upload("{\"format\":\"other\"}");
        assertThat(desk.page.locator(".toast.bad")).containsText("An export of styles is needed");
    }

    private void upload(String json) {
        FileChooser chooser = desk.page.waitForFileChooser(
                () -> picker.locator("button", new Locator.LocatorOptions().setHasText("Import"))
                        .click());
        chooser.setFiles(new FilePayload("styles.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private Locator card(String name) {
        return picker.locator(".style-card")
                .filter(new Locator.FilterOptions()
                        .setHas(desk.page.locator(
                                "strong",
                                new Page.LocatorOptions()
                                        .setHasText(java.util.regex.Pattern.compile("^" + name + "$")))));
    }
}
