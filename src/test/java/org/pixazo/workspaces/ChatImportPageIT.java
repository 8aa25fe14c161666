package org.pixazo.workspaces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;
import org.pixazo.web.control.Json;

/** Taking chats in on the page of a workspace, and taking them home. */
class ChatImportPageIT {

    private static final String DIALOG = "dialog.chat-import";

    private final Browser browser = new Browser(Shared.server());
    private Page page;

    @BeforeEach
    void makeWorkspace() {
        page = browser.newUser();
        page.click("#create");
        page.fill("#name", "Foxes");
        page.click("#save");
        page.waitForURL("**/workspace?id=*");
    }

    @AfterEach
    void leave() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }

    @Test
    void a_file_is_tried_out_then_its_chats_come_and_only_once() {
        FilePayload file = chats(conversation("a", "Of foxes", true), conversation("b", "Of <b>bears</b>", false));
        page.click("#importChats");
        choose(file);
        assertThat(dialog(".import-summary"))
                .containsText("2 conversations to import with 4 messages; 1 of them only partly readable");
        assertThat(dialog(".import-list .name")).hasText(new String[] {"Of <b>bears</b>", "Of foxes"});
        assertThat(dialog(".import-list .badge")).hasText(new String[] {"partly readable", "new"});
        assertThat(dialog(".import-list li").first()).containsText("follows one that the file does not have");
        assertThat(page.locator("#list .empty")).isVisible();

        dialog("button.primary").click();
        assertThat(dialog(".import-summary")).hasText("2 conversations with 4 messages came.");
        assertThat(page.locator("#list .main a")).hasCount(2);
        assertThat(page.locator("#recentChats")).containsText("Of foxes");
        dialog("button:text('Done')").click();
        assertThat(page.locator(DIALOG)).hasCount(0);

        page.click("#importChats");
        choose(file);
        assertThat(dialog(".import-summary")).containsText("0 conversations to import with 0 messages; 2 already here");
        assertThat(dialog(".import-list li").first()).containsText("it is in this workspace");
        assertThat(dialog("button.primary")).isHidden();
    }

    @Test
    void a_file_of_no_chats_says_what_it_is_and_another_can_follow_by_a_drop() {
        page.click("#importChats");
        choose(file("{\"a\":1}"));
        assertThat(dialog(".field-error")).containsText("an object with the fields a");
        page.evalOnSelector(
                DIALOG,
                "(dialog, text) => { const data = new DataTransfer(); data.items.add(new File([text], 'chats.json'));"
                        + " dialog.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }",
                text(conversation("a", "Of foxes", true)));
        assertThat(dialog(".import-list .name")).hasText("Of foxes");
        assertThat(dialog(".field-error")).isEmpty();
    }

    @Test
    void a_failed_import_stays_open_and_goes_on_where_the_server_is_back() {
        page.click("#importChats");
        choose(chats(conversation("a", "Of foxes", true)));
        assertThat(dialog(".import-list li")).hasCount(1);
        browser.online(false);
        dialog("button.primary").click();
        assertThat(dialog(".field-error")).hasText("The server cannot be reached.");
        browser.online(true);
        dialog("button.primary").click();
        assertThat(dialog(".import-summary")).hasText("1 conversation with 2 messages came.");
    }

    @Test
    void a_long_list_is_made_as_it_is_scrolled() {
        page.click("#importChats");
        choose(chats(IntStream.range(0, 1_000)
                .mapToObj(i -> conversation("c" + i, "Chat " + i, true))
                .toArray(Object[]::new)));
        assertThat(dialog("button.primary")).hasText("Import 1,000 conversations");
        assertThat(dialog(".import-list li")).hasCount(200);
        dialog(".import-list").evaluate("list => { list.scrollTop = list.scrollHeight; }");
        assertThat(dialog(".import-list li")).hasCount(400);
    }

    @Test
    void a_workspace_and_everything_can_be_taken_home() throws IOException {
        page.click("#importChats");
        choose(chats(conversation("a", "Of foxes", true)));
        dialog("button.primary").click();
        assertThat(dialog(".import-summary")).containsText("came");
        page.keyboard().press("Escape");

        Download zip = page.waitForDownload(() -> page.click("#exportWorkspace"));
        assertThat(zip.suggestedFilename()).isEqualTo("Foxes.zip");
        try (ZipInputStream entries = new ZipInputStream(zip.createReadStream())) {
            ZipEntry first = entries.getNextEntry();
            assertThat(first.getName()).isEqualTo("workspace.json");
            assertThat(entries.getNextEntry().getName()).startsWith("chats/");
        }

        page.navigate("/account");
        Download lines = page.waitForDownload(() -> page.click("#exportEverything"));
        try (InputStream in = lines.createReadStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("Foxes", "Of foxes");
        }
    }

    private Locator dialog(String selector) {
        return page.locator(DIALOG + " " + selector);
    }

    private void choose(FilePayload file) {
        dialog("input[type=file]").setInputFiles(file);
    }

    /** A conversation as ChatGPT exports it; one that is not whole has an answer to a question that is missing. */
    private static Object conversation(String id, String title, boolean whole) {
        return Map.of(
                "id",
                id,
                "title",
                title,
                "mapping",
                Map.of(
                        "q", message("q", null, "user", "Where?"),
                        "a", message("a", whole ? "q" : "gone", "assistant", "There.")));
    }

    private static Map<String, Object> message(String id, String parent, String role, String text) {
        Map<String, Object> node = new HashMap<>(Map.of(
                "id",
                id,
                "message",
                Map.of(
                        "author",
                        Map.of("role", role),
                        "content",
                        Map.of("content_type", "text", "parts", List.of(text)))));
        node.put("parent", parent);
        return node;
    }

    private static FilePayload chats(Object... conversations) {
        return file(text(conversations));
    }

    private static String text(Object... conversations) {
        return Json.write(List.of(conversations));
    }

    private static FilePayload file(String text) {
        return new FilePayload("chats.json", "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
