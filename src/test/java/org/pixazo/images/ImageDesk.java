package org.pixazo.images;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.pixazo.testing.Browser;

/** The page of images as a person uses it, and orders beside the page by the same person. */
final class ImageDesk {

    private static final String POST = "async ([path, body]) => {"
            + " const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body),"
            + " headers: { 'Content-Type': 'application/json', Prefer: 'wait=60' } });"
            + " if (!answer.ok) throw new Error(await answer.text()); return answer.json(); }";
    private static final String DROP = "([selector, bytes, type]) => {"
            + " const data = new DataTransfer();"
            + " data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], 'dropped', { type }));"
            + " for (const name of ['dragenter', 'dragover', 'drop']) {"
            + " document.querySelector(selector).dispatchEvent("
            + " new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true })); } }";

    final Page page;

    ImageDesk(Browser browser) {
        page = browser.newUser();
    }

    /** Goes to the page, with a query, and waits until it can be used. */
    ImageDesk open(String query) {
        page.navigate("/images" + query);
        return ready();
    }

    ImageDesk reload() {
        page.reload();
        return ready();
    }

    private ImageDesk ready() {
        page.locator("#imageModel option")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.waitForFunction("() => document.querySelector('[data-gallery]').getAttribute('aria-busy') === 'false'"
                + " && document.querySelector('li.board')");
        return this;
    }

    /** Sends something to the API with the cookie of the page. */
    Object post(String path, Map<String, ?> body) {
        return page.evaluate(POST, List.of(path, body));
    }

    /** Has small pictures made, and waits for them. */
    void make(String prompt, int n) {
        make(Map.of("prompt", prompt, "model", "sdxl", "width", 256, "height", 256, "n", n));
    }

    void make(Map<String, ?> order) {
        post("/api/images/generate", order);
    }

    /** Has more pictures made than one order takes. */
    void makeMany(String prompt, int orders) {
        for (int i = 0; i < orders; i++) {
            make(prompt + " " + i, 8);
        }
    }

    Locator tiles() {
        return page.locator(".tile .thumb");
    }

    Locator tile(int index) {
        return tiles().nth(index);
    }

    /** Marks a picture by its box. */
    void pick(int index) {
        tile(index).hover();
        page.locator(".tile .pick").nth(index).click();
    }

    Locator bulkBar() {
        return page.locator("#bulkBar");
    }

    void undo() {
        page.locator(".toast.offer button", new Page.LocatorOptions().setHasText("Undo"))
                .last()
                .click();
    }

    /** The bytes of what a press downloads. */
    byte[] download(String selector) {
        Download download = page.waitForDownload(() -> page.click(selector));
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The download cannot be read", e);
        }
    }

    /** Drops a file on a part of the page. */
    void drop(String selector, byte[] file, String type) {
        page.evaluate(DROP, List.of(selector, Base64.getEncoder().encodeToString(file), type));
    }

    String value(String selector) {
        return page.inputValue(selector);
    }
}
