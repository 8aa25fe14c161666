package org.pixazo.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hostile texts are inert wherever the console shows them. Counted are dialogs, scripts that ran, requests to other servers
 * and, so that the policy alone does not make this pass, what the policy had to forbid and what stands in the page.
 */
class HostileTextsPageIT {

    /** What no text may put into a page. */
    private static final String DANGEROUS = """
            () => [...document.querySelectorAll('.prose, .said, #prompts, #diff, #chatName, .recent')].flatMap((root) =>
              [root, ...root.querySelectorAll('*')]).filter((node) =>
                /^(script|iframe|frame|object|embed|style|link|meta|base|form|template|video|audio|source|applet|svg|math|marquee|textarea|select)$/i
                  .test(node.localName) && !node.closest('.formula')
                || [...node.attributes].some(({ name, value }) => /^on/i.test(name) || /^(srcdoc|formaction|action|poster|background)$/i.test(name)
                  || (/^(href|src|xlink:href)$/i.test(name) && /^[\\s\\u0000-\\u0020]*(javascript|vbscript|data:(?!image\\/svg\\+xml;charset=utf-8,))/i.test(value))
                  || (name === 'style' && !node.closest('.formula'))))
              .map((node) => node.outerHTML.slice(0, 300))""";

    private final Browser browser = new Browser(Shared.server());
    private final List<String> dialogs = new CopyOnWriteArrayList<>();
    private final List<String> hostile = HostileTexts.all();
    private Page page;

    @BeforeEach
    void enter() {
        page = browser.newUser();
        watch();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(hostile).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }

    @Test
    void stored_messages_are_inert() {
        List<Map<String, String>> messages = new ArrayList<>();
        for (String text : hostile) {
            messages.add(Map.of("role", "user", "content", text));
            messages.add(Map.of("role", "assistant", "content", text));
        }
        open(chat(messages));
        PlaywrightAssertions.assertThat(page.locator(".message")).hasCount(messages.size());
        PlaywrightAssertions.assertThat(page.locator("code.math")).hasCount(0);
        settleDiagrams();
        touchEverything();
        assertInert();
    }

    @Test
    void streamed_messages_are_inert() {
        open(chat(List.of()));
        for (int from = 0; from < hostile.size(); from += 12) {
            String text = String.join("\n\n", hostile.subList(from, Math.min(hostile.size(), from + 12)));
            page.fill("#prompt", "echo-only\n\n" + text);
            page.press("#prompt", "Enter");
            PlaywrightAssertions.assertThat(page.locator(".message.assistant").last())
                    .hasAttribute("data-status", "complete");
            PlaywrightAssertions.assertThat(page.locator(".message.assistant")).hasCount(from / 12 + 1);
        }
        settleDiagrams();
        assertInert();
    }

    @Test
    void titles_of_prompts_names_of_chats_and_names_of_files_are_inert() {
        List<Map<String, Object>> prompts = new ArrayList<>();
        for (String text : hostile) {
            Map<String, Object> prompt = new HashMap<>();
            prompt.put("title", text.replace("\n", " ").substring(0, Math.min(200, text.length())));
            prompt.put("content", text);
            prompt.put("tags", List.of(text.replace("\n", " ").substring(0, Math.min(50, text.length()))));
            prompts.add(prompt);
        }
        String file = JsonMapper.shared()
                .writeValueAsString(Map.of("format", "pixazo.prompts", "version", 1, "prompts", prompts));
        page.navigate("/prompts");
        page.setInputFiles(
                "#promptFile",
                new FilePayload(
                        "<img src=x onerror=" + HostileTexts.HIT.replace("/", "") + ">.json",
                        "application/json",
                        file.getBytes(StandardCharsets.UTF_8)));
        PlaywrightAssertions.assertThat(page.locator(".toast")).containsText("imported");
        for (int shown = 60; shown < hostile.size(); shown += 60) {
            PlaywrightAssertions.assertThat(page.locator(".prompt-card")).hasCount(shown);
            page.click("#more");
        }
        PlaywrightAssertions.assertThat(page.locator(".prompt-card")).hasCount(hostile.size());
        page.locator(".prompt-card [title^=Versions]").first().click();
        PlaywrightAssertions.assertThat(page.locator("#diff")).isVisible();
        assertInert();

        String name = "<img src=x onerror=" + HostileTexts.HIT + ">";
        long named = chat(List.of());
        put("/api/chats/" + named, Map.of("name", name));
        open(named);
        PlaywrightAssertions.assertThat(page.locator("#chatName")).hasText(name);
        assertInert();
    }

    /** Focus, pointer and clicks, for what waits for a person. */
    private void touchEverything() {
        page.evaluate("""
                () => { for (const node of document.querySelectorAll('.prose *, .said *')) {
                  for (const type of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'blur', 'toggle', 'wheel']) {
                    node.dispatchEvent(new Event(type));
                  }
                  if (node.localName === 'a') {
                    node.addEventListener('click', (event) => { if (/^https?:/.test(node.protocol)) event.preventDefault(); });
                    node.removeAttribute('target');
                    node.click();
                  }
                } }""");
    }

    /** Those that can be drawn are, and the others say why not. */
    private void settleDiagrams() {
        page.waitForFunction("() => [...document.querySelectorAll('.code')].filter((code) =>"
                + " code.querySelector('.code-head span').textContent === 'mermaid')"
                + ".every((code) => code.querySelector('.diagram, .not-drawn'))");
    }

    private void assertInert() {
        assertThat(page.evaluate(DANGEROUS)).as("in the page").isEqualTo(List.of());
        assertThat(page.evaluate("() => window.hits || 0"))
                .as("scripts that ran")
                .isEqualTo(0);
        assertThat(page.frames().stream()
                        .mapToInt(frame -> (int) frame.evaluate("() => window.hits || 0"))
                        .sum())
                .as("scripts that ran in frames")
                .isZero();
        assertThat(dialogs).as("dialogs").isEmpty();
        // Mermaid parses the labels of diagrams before it sanitises them, and the sandbox reports what its policy
        // forbids.
        assertThat(browser.complaints())
                .as("requests to others, and what the policy had to forbid in pages")
                .filteredOn(complaint -> !(complaint.startsWith("The policy forbids script-src-attr")
                        && complaint.endsWith("/resources/diagram/frame.html")))
                .isEmpty();
    }

    private void watch() {
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
    }

    private void open(long chat) {
        page.navigate("/chat?id=" + chat);
        browser.awaitChat();
    }

    private long chat(List<Map<String, String>> messages) {
        long workspace = post("/api/workspaces", Map.of("name", "W"));
        long chat = post("/api/workspaces/" + workspace + "/chats", Map.of("name", "C"));
        if (!messages.isEmpty()) {
            post("/api/chats/" + chat + "/import", Map.of("messages", messages));
        }
        return chat;
    }

    private long post(String path, Object body) {
        String answer = page.request().post(path, options(body)).text();
        return JsonMapper.shared().readTree(answer).path("id").asLong(0);
    }

    private void put(String path, Object body) {
        assertThat(page.request().put(path, options(body)).status()).isEqualTo(200);
    }

    private static RequestOptions options(Object body) {
        return RequestOptions.create()
                .setHeader("Origin", Shared.server().uri().toString())
                .setHeader("Content-Type", "application/json")
                .setData(JsonMapper.shared().writeValueAsString(body));
    }
}
