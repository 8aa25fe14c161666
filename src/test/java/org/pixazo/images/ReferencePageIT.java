package org.pixazo.images;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.FakeGateway;
import org.pixazo.testing.PixazoServer;
import org.pixazo.testing.SamplePictures;
import org.pixazo.testing.Shared;

/** Working on a picture, on the page of images of a server that its upstream can reach. */
class ReferencePageIT {

    private static PixazoServer server;
    private static FakeGateway gateway;

    private Browser browser;
    private ImageDesk desk;

    @BeforeAll
    static void start() {
        gateway = new FakeGateway(0);
        server = PixazoServer.start(
                Shared.folder("pixazo-reference-page"),
                Map.of(
                        "PIXAZO_REGISTRATION",
                        "open",
                        "PIXAZO_GATEWAY_URL",
                        gateway.url().toString(),
                        "PIXAZO_API_KEY",
                        "gateway-test",
                        "PIXAZO_GATEWAY_PACE",
                        "100000",
                        "PIXAZO_BASE_URL",
                        "http://localhost:1"));
    }

    @AfterAll
    static void stop() {
        server.close();
        gateway.close();
    }

    @BeforeEach
    void enter() {
        browser = new Browser(server);
        desk = new ImageDesk(browser).open("");
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void a_dropped_picture_is_painted_on_and_changed_where_it_was_painted() {
        assertThat(desk.page.locator("[data-reference]")).isHidden();
        desk.page.selectOption("#imageModel", "inpainting");
        desk.page.fill("#imagePrompt", "a hat");
        desk.page.click("#generate");
        assertThat(desk.page.locator("[data-error=reference_image_id]")).containsText("is needed by inpainting");

        desk.drop("[data-reference-zone]", SamplePictures.picture("png", 320, 256, 4), "image/png");
        assertThat(desk.page.locator("[data-reference-zone]")).containsText("320 × 256");
        desk.page.click("[data-paint]");
        Locator canvas = desk.page.locator("dialog.painter canvas");
        BoundingBox box = canvas.boundingBox();
        desk.page.mouse().move(box.x + 40, box.y + 40);
        desk.page.mouse().down();
        desk.page.mouse().move(box.x + 140, box.y + 90);
        desk.page.mouse().up();
        desk.page.click("dialog.painter .primary");
        assertThat(desk.page.locator("[data-mask-zone] img")).isVisible();

        desk.reload();
        assertThat(desk.page.locator("[data-mask-zone] img")).isVisible();
        desk.page.click("#generate");
        assertThat(desk.tiles()).hasCount(1);
        desk.tile(0).click();
        desk.page.locator("#lightboxOrigin").getByText("From image").click();
        assertThat(desk.page.locator("#lightboxOrigin")).containsText("Upload");
        desk.page.keyboard().press("Escape");
        desk.page.locator(".board-name").getByText("Uploads").click();
        assertThat(desk.tiles()).hasCount(2);
    }

    @Test
    void an_image_is_taken_from_the_lightbox_to_be_edited() {
        desk.make("a street", 1);
        desk.reload();
        desk.tile(0).click();
        desk.page.keyboard().press("e");
        assertThat(desk.page.locator("#imageModel")).hasValue("inpainting");
        assertThat(desk.page.locator("[data-reference-zone] img")).isVisible();
    }
}
