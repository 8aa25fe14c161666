package org.pixazo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person's browser at a server: cookies and storage of its own, and one tab. All of them are contexts of one Chromium,
 * which is started when first asked for. It notes what no page of ours may do; {@link #close()}, at the end of each test,
 * fails where it did: an error on the console, an uncaught exception, a breach of the content security policy, a request
 * to another server. To be used by one thread.
 */
public final class Browser implements AutoCloseable {

    public static final String PASSWORD = "a long password";

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final double PATIENCE_MILLIS = 20_000;
    private static final String WATCH_POLICY = "addEventListener('securitypolicyviolation', (event) => console.error("
            + "`The policy forbids ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));";

    private static com.microsoft.playwright.Browser chromium;

    private final URI server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    private Browser(URI server) {
        this.server = server;
        this.context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(server.toString())
                        .setViewportSize(1400, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(WATCH_POLICY);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> faults.add("Uncaught: " + error.error()));
        context.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getScheme().startsWith("http") && !server.getAuthority().equals(asked.getAuthority())) {
                faults.add("A request to another server: " + asked);
            }
        });
        this.page = context.newPage();
    }

    /** A browser that has not been at the server before. */
    public static Browser at(PixazoServer server) {
        return new Browser(server.uri());
    }

    /** The browser of a new user, who has logged in and sees the workspaces. */
    public static Browser ofNewUser(PixazoServer server) {
        String name = "user" + System.nanoTime();
        server.anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", PASSWORD))
                .expect(201);
        Browser browser = at(server);
        browser.open("/login");
        browser.login(name, PASSWORD);
        return browser;
    }

    /** The tab. */
    public Page page() {
        return page;
    }

    /** Goes to a path of the server. */
    public void open(String path) {
        page.navigate(path);
    }

    /** Fills the registration page, from which the way leads to the workspaces. */
    public void register(String username, String password) {
        page.locator("#register #username").fill(username);
        page.locator("#register #password").fill(password);
        page.locator("#create").click();
        awaitPath("/workspaces");
    }

    /** Fills the login page, from which the way leads to the workspaces. */
    public void login(String username, String password) {
        page.locator("#login #username").fill(username);
        page.locator("#login #password").fill(password);
        page.locator("#enter").click();
        awaitPath("/workspaces");
    }

    /** Begins a chat with the button that every page has, and waits until it can be used. */
    public void newChat() {
        page.locator("#newChat").click();
        awaitPath("/chat");
        awaitChat();
    }

    /** Loads the page of a chat once more, and waits until it can be used. */
    public void reloadChat() {
        page.reload();
        awaitChat();
    }

    /** Waits until the tab is at a path of the server, whatever its query. */
    public void awaitPath(String path) {
        page.waitForURL(Pattern.compile(Pattern.quote(server + path) + "([?#].*)?"));
    }

    /** Waits until the scripts of a chat's page are at work, which is when the models are there to choose from. */
    public void awaitChat() {
        page.locator("#model option:nth-child(2)")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    /** Status of the answer to a GET with the cookies of this browser, apart from the tab. */
    public int status(String path) {
        return context.request().get(path).status();
    }

    /** Ends everything, and fails where a page did what none may do. */
    @Override
    public void close() {
        try {
            // Events are handed over while the page is waited for.
            page.evaluate("() => new Promise(requestAnimationFrame)");
        } finally {
            context.close();
        }
        assertThat(faults).as("what the pages must not do").isEmpty();
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Path executable = executable();
            // Ends with the JVM: the driver is its child.
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(ARGUMENTS));
        }
        return chromium;
    }

    private static Path executable() {
        String named = System.getenv("CHROMIUM");
        return (named == null ? USUAL_PLACES.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        (named == null ? "There is no Chromium here" : named + ", which CHROMIUM names, is no program")
                                + ": install it (apt-get install chromium), or set CHROMIUM=/path/to/chrome."));
    }
}
