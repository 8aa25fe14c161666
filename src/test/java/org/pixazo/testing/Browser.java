package org.pixazo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A person's browser at a server: cookies and storage of its own. All of them are contexts of one Chromium, which is
 * started when first asked for. It notes what no page of ours may do: breaches of the content security policy, uncaught
 * exceptions, requests to other servers, and errors on the console. To be used by one thread.
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
    private static final String POLICY_BREACH = "The policy forbids ";
    private static final String WATCH_POLICY = "addEventListener('securitypolicyviolation', (event) => console.error("
            + "`The policy forbids ${event.effectiveDirective}: ${event.blockedURI} ${event.sample} in ${event.documentURI}`));";

    private static com.microsoft.playwright.Browser chromium;

    private final URI server;
    private final BrowserContext context;
    private final PixazoServer pixazo;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Page page;

    /** A browser that has not been at the server before. */
    public Browser(PixazoServer pixazo) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.pixazo = pixazo;
        this.server = pixazo.uri();
        this.context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(server.toString())
                        .setViewportSize(1400, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(WATCH_POLICY);
        context.onConsoleMessage(message -> {
            if (message.text().startsWith(POLICY_BREACH)) {
                complaints.add(message.text());
            } else if (message.type().equals("error")) {
                faults.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> complaints.add("Uncaught: " + error.error()));
        context.onRequest(request -> {
            URI asked = URI.create(request.url());
            if (asked.getScheme().startsWith("http") && !server.getAuthority().equals(asked.getAuthority())) {
                complaints.add("A request to another server: " + asked);
            }
        });
    }

    /** A tab of a person who has just registered and logged in, at the workspaces. */
    public Page newUser() {
        String name = "page" + System.nanoTime();
        pixazo.anonymous()
                .post("/api/auth/register", Map.of("username", name, "password", PASSWORD))
                .expect(201);
        open("/login");
        login(name, PASSWORD);
        return page();
    }

    /** The tab that the other methods use. */
    public Page page() {
        if (page == null) {
            page = tab();
        }
        return page;
    }

    /** A further tab. */
    public Page tab() {
        return context.newPage();
    }

    /** Whether the network is there. */
    public void online(boolean online) {
        context.setOffline(!online);
    }

    /** Breaches of the policy, uncaught exceptions and requests to other servers. */
    public List<String> complaints() {
        return complaints;
    }

    /** Goes to a path of the server. */
    public void open(String path) {
        page().navigate(path);
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
        String before = page.url();
        page.locator("#newChat").click();
        page.waitForURL(url -> url.startsWith(server + "/chat?") && !url.equals(before));
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

    /** Forgets errors on the console that a test brought about. */
    public void forgetFaults() {
        page().evaluate("() => new Promise(requestAnimationFrame)");
        faults.clear();
    }

    /** Fails where a page did what none may do, or wrote an error to the console. */
    public void assertThatNothingWentWrong() {
        // Events are handed over while the page is waited for.
        page().evaluate("() => new Promise(requestAnimationFrame)");
        assertThat(complaints).as("what the pages must not do").isEmpty();
        assertThat(faults).as("errors on the console").isEmpty();
    }

    @Override
    public void close() {
        context.close();
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
