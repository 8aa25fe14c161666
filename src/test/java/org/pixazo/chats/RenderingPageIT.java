package org.pixazo.chats;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.testing.Browser;
import org.pixazo.testing.Shared;

/** What Markdown of answers becomes. */
class RenderingPageIT {

    private final Browser browser = new Browser(Shared.server());
    private final List<String> loaded = new CopyOnWriteArrayList<>();
    private Page page;

    @BeforeEach
    void newChat() {
        page = browser.newUser();
        page.onRequest((Request request) -> loaded.add(request.url()));
        browser.newChat();
    }

    @AfterEach
    void leave() {
        browser.assertThatNothingWentWrong();
        browser.close();
    }

    @Test
    void tables_and_code_and_nothing_that_is_not_needed() {
        Locator answer = ask("|a|b|\n|-|-|\n|1|2|\n\n```java\nint x = 1; // one\n```");
        assertThat(answer.locator("table td")).hasCount(2);
        assertThat(answer.locator(".hljs-comment")).hasText("// one");
        answer.locator(".code button").click();
        assertThat(page.locator(".toast")).hasText("Copied.");
        assertThat(loaded).noneMatch(url -> url.contains("katex") || url.contains("mermaid"));
    }

    @Test
    void each_part_begins_at_the_side_of_its_words_and_columns_stand_as_they_say() {
        Locator answer = ask("1. ראשון\n2. שני\n\n- first\n\n|a|b|\n|-|:-:|\n|1|2|");
        assertThat(answer.locator("ol")).hasCSS("direction", "rtl");
        assertThat(answer.locator("ul")).hasCSS("direction", "ltr");
        assertThat(answer.locator("td").last()).hasCSS("text-align", Pattern.compile("(-webkit-)?center"));
    }

    @Test
    void formulas_are_set_by_katex() {
        Locator answer =
                ask("Euler: $e^{i\\pi}+1=0$ and \\(x^2\\).\n\n$$\\frac{a}{b}$$\n\nIt costs $5 or $6, not `$x$`.");
        assertThat(answer.locator(".formula:not(.display) .katex")).hasCount(2);
        assertThat(answer.locator(".formula.display .mfrac")).hasCount(1);
        assertThat(answer).containsText("It costs $5 or $6, not $x$");
        assertThat(loaded).anyMatch(url -> url.endsWith("katex.min.css"));
        // The browser fetches a font when the first formula is laid out with it.
        page.waitForFunction("() => document.fonts.check('16px KaTeX_Math')");
        assertThat(loaded).noneMatch(url -> url.contains("mermaid"));
    }

    @Test
    void a_wrong_formula_shows_what_it_says() {
        assertThat(ask("$\\frac{a}$").locator(".formula")).containsText("\\frac{a}");
    }

    @Test
    void diagrams_are_images_with_their_source_below() {
        Locator answer = ask("```mermaid\ngraph TD\n A[Start] --> B[End]\n```\n\nDone.");
        Locator image = answer.locator("img.diagram");
        assertThat(image).isVisible();
        page.waitForFunction("() => document.querySelector('img.diagram').naturalWidth > 40");
        assertThat(image.getAttribute("src")).startsWith("data:image/svg+xml").contains("Start", "style");
        answer.locator("summary").click();
        assertThat(answer.locator("details code")).containsText("A[Start]");
    }

    @Test
    void what_is_no_diagram_stays_text_and_says_why() {
        Locator answer = ask("```mermaid\nno such thing\n```");
        assertThat(answer.locator(".not-drawn")).containsText("Not drawn");
        assertThat(answer.locator("pre")).containsText("no such thing");
    }

    private Locator ask(String text) {
        page.fill("#prompt", "x\n\n" + text);
        page.press("#prompt", "Enter");
        Locator answer = page.locator(".message.assistant").last();
        assertThat(answer).hasAttribute("data-status", "complete");
        return answer.locator(".prose");
    }
}
