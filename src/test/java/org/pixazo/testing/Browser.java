package org.pixazo.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A person at a browser: one Chromium for the JVM, and for each of these a context of its own without any cookie. Notes
 * what the pages complain about, above all violations of their content security policy.
 */
public final class Browser implements AutoCloseable {

    private static final double TIMEOUT_MILLIS = 20_000;
    private static final String PASSWORD = "a long password";

    private static com.microsoft.playwright.Browser chromium;

    private final PixazoServer server;
    private final BrowserContext context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    public Browser(PixazoServer server) {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        this.server = server;
        this.context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(server.uri().toString()));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
    }

    /** A new tab. */
    public Page tab() {
        return context.newPage();
    }

    /** A new tab of a person who has just registered, at the workspaces. */
    public Page newUser() {
        String name = "page" + System.nanoTime();
        server.anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", PASSWORD))
                .expect(201);
        Page page = tab();
        page.navigate("/login");
        page.fill("#username", name);
        page.fill("#password", PASSWORD);
        page.click("#enter");
        page.waitForURL("**/workspaces");
        return page;
    }

    /** Whether the network is there. */
    public void online(boolean online) {
        context.setOffline(!online);
    }

    /** Violations of the policy and errors of scripts. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
        return chromium;
    }

    private static Path executable() {
        return Stream.of(
                        System.getenv().getOrDefault("PIXAZO_TEST_BROWSER", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The tests of pages need Chromium or Chrome."
                        + " Install one (Debian: apt install chromium), or name it in PIXAZO_TEST_BROWSER."));
    }
}
