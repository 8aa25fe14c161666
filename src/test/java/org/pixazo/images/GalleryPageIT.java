package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** Finding, choosing, sorting and deleting images on their page. */
class GalleryPageIT {

    private static final String SHOWN = "() => document.querySelectorAll('.tile .thumb').length";
    private static final String SCROLLED_TO = "(position) => { const view = document.getElementById('content');"
            + " view.scrollTop = view.scrollHeight; return document.querySelector(`[aria-posinset='${position}']`); }";

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
    void scrolling_brings_older_images_while_the_document_stays_small() {
        desk.makeMany("a hill", 18);
        desk.open("");
        desk.page.waitForFunction(SCROLLED_TO, 144);
        assertThat((int) desk.page.evaluate(SHOWN)).isLessThan(144);
    }

    @Test
    void filters_and_words_narrow_the_gallery_and_stay_in_the_address() {
        desk.make("a red barn", 1);
        desk.make("a blue boat", 2);
        desk.make(Map.of("prompt", "a red boat", "model", "sdxl", "width", 320, "height", 256, "style", "watercolor"));
        desk.open("");
        assertThat(desk.tiles()).hasCount(4);

        desk.page.fill("#search", "BOAT");
        assertThat(desk.tiles()).hasCount(3);
        desk.page.click(".filter-more summary");
        desk.page.selectOption("#sizeFilter", "320x256");
        assertThat(desk.tiles()).hasCount(1);
        assertThat(desk.page.url()).contains("q=BOAT").contains("size=320x256");

        desk.reload();
        assertThat(desk.tiles()).hasCount(1);
        assertThat(desk.page.locator("#search")).hasValue("BOAT");
        assertThat(desk.page.locator("#sizeFilter")).hasValue("320x256");

        desk.page.click("#filters [data-clear]");
        assertThat(desk.tiles()).hasCount(4);
        desk.page.selectOption("#styleFilter", "watercolor");
        assertThat(desk.tiles()).hasCount(1);
        desk.page.selectOption("#styleFilter", "");
        desk.page.fill("#toFilter", "2020-01-01");
        assertThat(desk.page.locator(".gallery-note")).containsText("No image fits these filters");
        assertThat(desk.page.url()).contains("to=2020-01-01");
    }

    @Test
    void a_gallery_that_cannot_be_loaded_says_so_and_can_be_tried_again() {
        desk.make("a bridge", 1);
        desk.page.route("**/api/images?*", route -> route.abort());
        desk.page.navigate("/images");
        assertThat(desk.page.locator(".gallery-note")).containsText("The server cannot be reached");
        desk.page.unroute("**/api/images?*");
        desk.page.click(".gallery-note button");
        assertThat(desk.tiles()).hasCount(1);
        browser.forgetFaults();
    }

    @Test
    void several_images_are_selected_by_click_shift_and_key() {
        desk.make("a tower", 8);
        desk.open("");
        desk.pick(1);
        assertThat(desk.bulkBar()).containsText("1 selected");
        desk.tile(4).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(desk.bulkBar()).containsText("4 selected");
        desk.tile(2).click();
        assertThat(desk.bulkBar()).containsText("3 selected");
        desk.page.keyboard().press("Control+a");
        assertThat(desk.bulkBar()).containsText("8 selected");
        desk.page.keyboard().press("Escape");
        assertThat(desk.bulkBar()).isHidden();

        desk.tile(0).focus();
        desk.page.keyboard().press("ArrowRight");
        desk.page.keyboard().press("x");
        desk.page.keyboard().press("Shift+ArrowRight");
        assertThat(desk.bulkBar()).containsText("2 selected");
    }

    @Test
    void selected_images_become_favourites_go_on_a_board_and_into_a_zip_file() {
        desk.make("a garden", 3);
        desk.open("");
        desk.pick(0);
        desk.pick(1);
        desk.page.click("#bulkBar [data-favour]");
        assertThat(desk.page.locator(".tile.favourite")).hasCount(2);

        desk.page.selectOption("#boardForSelection", "new");
        desk.page.fill("#boardOfSelection", "Gardens");
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator("li.board", byText("Gardens"))).containsText("2");

        byte[] zip = desk.download("#bulkBar [data-zip]");
        assertThat(new String(zip, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");

        desk.page.locator("#favourite").check();
        assertThat(desk.tiles()).hasCount(2);
        assertThat(desk.page.url()).contains("favourite=true");
    }

    @Test
    void boards_are_made_shown_renamed_and_deleted_without_their_images() {
        desk.make("a pond", 2);
        desk.open("");
        desk.page.fill("#newBoard", "Water");
        desk.page.press("#newBoard", "Enter");
        Locator board = desk.page.locator("li.board:not([data-board='']):not([data-board=uploads])");
        assertThat(board).containsText("Water");
        desk.pick(0);
        desk.page.selectOption(
                "#boardForSelection", new com.microsoft.playwright.options.SelectOption().setLabel("Water"));
        assertThat(board).containsText("1");

        board.locator(".board-name").click();
        assertThat(desk.tiles()).hasCount(1);
        desk.reload();
        assertThat(desk.tiles()).hasCount(1);
        assertThat(board).hasClass(java.util.regex.Pattern.compile(".*chosen.*"));

        board.hover();
        board.locator("[aria-label^=Rename]").click();
        board.locator("input").fill("Ponds");
        desk.page.keyboard().press("Enter");
        assertThat(board).containsText("Ponds");
        board.hover();
        board.locator("[aria-label^=Delete]").click();
        desk.page.click("dialog.confirm .danger");
        assertThat(desk.tiles()).hasCount(2);
        assertThat(board).hasCount(0);
    }

    @Test
    void what_is_deleted_comes_back_by_undo() {
        desk.make("a cloud", 3);
        desk.open("");
        desk.pick(0);
        desk.pick(2);
        desk.page.click("#bulkBar [data-delete]");
        assertThat(desk.tiles()).hasCount(1);
        desk.undo();
        assertThat(desk.tiles()).hasCount(3);
        desk.tile(1).focus();
        desk.page.keyboard().press("Delete");
        assertThat(desk.tiles()).hasCount(2);
        desk.reload();
        assertThat(desk.tiles()).hasCount(2);
    }

    private static com.microsoft.playwright.Page.LocatorOptions byText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }
}
