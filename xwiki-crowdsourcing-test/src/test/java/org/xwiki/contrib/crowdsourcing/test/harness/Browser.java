/*
 * See the NOTICE file distributed with this work for additional
 * information regarding copyright ownership.
 *
 * This is free software; you can redistribute it and/or modify it
 * under the terms of the GNU Lesser General Public License as
 * published by the Free Software Foundation; either version 2.1 of
 * the License, or (at your option) any later version.
 *
 * This software is distributed in the hope that it will be useful,
 * but WITHOUT ANY WARRANTY; without even the implied warranty of
 * MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU
 * Lesser General Public License for more details.
 *
 * You should have received a copy of the GNU Lesser General Public
 * License along with this software; if not, write to the Free
 * Software Foundation, Inc., 51 Franklin St, Fifth Floor, Boston, MA
 * 02110-1301 USA, or see the FSF site: http://www.fsf.org.
 */
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;

/**
 * A person's visit of the wiki in a real browser, Debian's Chromium without a window.
 *
 * @version $Id$
 */
public final class Browser implements AutoCloseable
{
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> WCAG =
        List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    // Says at every start that it knows no DevTools protocol of this browser's version, which nothing here needs.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final AtomicInteger SCREENSHOTS = new AtomicInteger();

    /** What the skin cuts off sticks out too; only what scrolls, or is hidden from the eye, does not. */
    private static final String OVERFLOW = """
        const limit = document.documentElement.clientWidth;
        const inside = e => {
          for (let p = e; p && p !== document.body; p = p.parentElement) {
            const style = getComputedStyle(p);
            if (style.clip !== 'auto' || p.tagName === 'svg' && p !== e
                || p !== e && ['auto', 'scroll'].concat(p.closest('.cs') ? 'hidden' : []).includes(style.overflowX)) {
              return true;
            }
          }
          return false;
        };
        return [...document.querySelectorAll(arguments[0])]
          .filter(e => e.getBoundingClientRect().width > 0 && e.getBoundingClientRect().right > limit + 1 && !inside(e))
          .slice(0, 5)
          .map(e => e.outerHTML.slice(0, 160))
          .concat(arguments[0] === 'body *' && document.documentElement.scrollWidth > limit
            ? ['page is ' + document.documentElement.scrollWidth + ' px wide'] : []);
        """;

    private static final String OURS = ".cs";

    private final Path profile;

    private final ChromeDriver driver;

    /**
     * Starts a browser with an empty profile.
     */
    public Browser()
    {
        SELENIUM.setLevel(Level.SEVERE);
        try {
            Path folder = Files.createDirectories(Artifacts.target().resolve("browser"));
            this.profile = Files.createTempDirectory(folder, "profile");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(find("chromium").toFile());
            options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--lang=en", "--window-size=1280,900",
                "--user-data-dir=" + this.profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("chromedriver").toFile()).usingAnyFreePort().build();
            this.driver = new ChromeDriver(service, options);
            this.driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path find(String program)
    {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of)
            .map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst()
            .orElseThrow(() -> new IllegalStateException(
                program + " is not on the PATH; ./check installs it, or: apt-get install chromium chromium-driver"));
    }

    /**
     * @return the browser itself
     */
    public ChromeDriver driver()
    {
        return this.driver;
    }

    /**
     * @param path a path below the URL of the wiki, or a whole URL
     * @return this
     */
    public Browser open(String path)
    {
        this.driver.get(path.startsWith("/") ? TestWiki.url() + path : path);
        return this;
    }

    /**
     * Forgets who was logged in, and logs somebody in.
     *
     * @param account who, a guest to stay logged out
     * @return this
     */
    public Browser login(Account account)
    {
        open("/bin/view/Main/");
        this.driver.manage().deleteAllCookies();
        if (account != Account.GUEST) {
            open("/bin/login/XWiki/XWikiLogin");
            type(By.name("j_username"), account.user());
            type(By.name("j_password"), account.password());
            submit(By.cssSelector("form input[name=j_password]"));
        }
        return this;
    }

    /**
     * @param by which field
     * @param text what to type instead of what it holds
     * @return this
     */
    public Browser type(By by, String text)
    {
        WebElement field = find(by);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /**
     * @param by which element
     * @return the element, as soon as it is there
     */
    public WebElement find(By by)
    {
        return new WebDriverWait(this.driver, PATIENCE).until(d -> d.findElement(by));
    }

    /**
     * @param by which elements
     * @return whether there is one now
     */
    public boolean has(By by)
    {
        return !this.driver.findElements(by).isEmpty();
    }

    /**
     * Clicks on something that leaves the page where it is, where nothing of the skin covers it.
     *
     * @param by what to click
     * @return this
     */
    public Browser click(By by)
    {
        WebElement element = find(by);
        reveal(element);
        element.click();
        return this;
    }

    /**
     * Clicks and waits for the page that comes then.
     *
     * @param by what to click
     * @return this
     */
    public Browser follow(By by)
    {
        return follow(find(by));
    }

    /**
     * Clicks and waits for the page that comes then.
     *
     * @param element what to click
     * @return this
     */
    public Browser follow(WebElement element)
    {
        this.driver.executeScript("window.leftBehind = true");
        reveal(element);
        element.click();
        new WebDriverWait(this.driver, PATIENCE).until(d -> Boolean.TRUE.equals(
            this.driver.executeScript("return !window.leftBehind && document.readyState === 'complete'")));
        return this;
    }

    /**
     * Sends the form that an element is in, as Enter does in a field.
     *
     * @param by the element
     * @return this
     */
    public Browser submit(By by)
    {
        WebElement button = find(by).findElement(By.xpath(
            "ancestor::form[1]//*[(self::button and (not(@type) or @type='submit')) or (self::input and @type='submit')]"));
        return follow(button);
    }

    /**
     * @param action what a form of the application does
     * @return the first such form of the page
     */
    public BrowserForm form(String action)
    {
        return form(action, "");
    }

    /**
     * @param action what a form of the application does
     * @param target the end of the reference of the page that it is about
     * @return the form
     */
    public BrowserForm form(String action, String target)
    {
        return new BrowserForm(this, find(By.cssSelector("form:has(input[name=cs_action][value='" + action + "'])"
            + (target.isEmpty() ? "" : ":has(input[name=cs_target][value$='" + target + "'])"))));
    }

    /**
     * @param by a form that is not of the application
     * @return the form
     */
    public BrowserForm form(By by)
    {
        return new BrowserForm(this, find(by));
    }

    /**
     * @return the form in which the page is edited
     */
    public BrowserForm editForm()
    {
        return new BrowserForm(this, find(By.cssSelector("form:has([name=action_save])")));
    }

    private void reveal(WebElement element)
    {
        this.driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    }

    /**
     * @return the page as a client without a browser would have it
     */
    public WikiPage page()
    {
        WikiPage page = new WikiPage(null, java.net.URI.create(url()), 200, this.driver.getPageSource());
        LogCapture.read(page);
        return page;
    }

    /**
     * @return the URL of the page
     */
    public String url()
    {
        return this.driver.getCurrentUrl();
    }

    /**
     * @return what the page says
     */
    public String text()
    {
        return find(By.tagName("body")).getText();
    }

    /**
     * @param script a script
     * @return what it returns
     */
    public Object run(String script)
    {
        return ((JavascriptExecutor) this.driver).executeScript(script);
    }

    /**
     * @return the violations of WCAG 2.0, 2.1 and 2.2, levels A and AA, that axe-core finds on the page: in all of it
     *         in the embedded wiki, in what the application shows where the skin is another
     */
    public List<String> violations()
    {
        AxeBuilder axe = new AxeBuilder().withTags(WCAG);
        if (!TestWiki.isEmbedded()) {
            if (!has(By.cssSelector(OURS))) {
                return List.of();
            }
            // The pickers and the editor are XWiki's.
            axe.include(OURS).exclude(".selectize-control").exclude(".cke");
        }
        List<Rule> rules = axe.analyze(this.driver).getViolations();
        return rules.stream().map(rule -> rule.getId() + " (" + rule.getHelp() + "): "
            + rule.getNodes().stream().limit(3).map(node -> node.getHtml().replaceAll("\\s+", " ") + " ["
                + node.getFailureSummary().replaceAll("\\s+", " ") + "]").toList())
            .toList();
    }

    /**
     * @return what sticks out of the page at the width of a small phone
     */
    public List<String> overflow()
    {
        narrow();
        try {
            return ((List<?>) this.driver.executeScript(OVERFLOW,
                TestWiki.isEmbedded() ? "body *" : OURS + " *")).stream().map(String::valueOf).toList();
        } finally {
            wide();
        }
    }

    /**
     * Makes the page as wide as that of a small phone, or of a page at 1,280 pixels zoomed to 400%.
     */
    public void narrow()
    {
        metrics(320, 640);
    }

    /**
     * Makes the page as wide as that of a desktop.
     */
    public void wide()
    {
        metrics(1280, 900);
    }

    private void metrics(int width, int height)
    {
        this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * @param name the name of the picture, without its ending
     * @return where the picture of the whole page is
     */
    public Path screenshot(String name)
    {
        try {
            Path folder = Files.createDirectories(Artifacts.target().resolve("screenshots"));
            String safe = name.replaceAll("[^A-Za-z0-9_-]+", "-");
            Path file = folder.resolve(String.format("%03d-%s.png", SCREENSHOTS.incrementAndGet(),
                safe.substring(0, Math.min(80, safe.length()))));
            long height = (Long) run("return Math.min(4000, document.documentElement.scrollHeight)");
            Dimension size = this.driver.manage().window().getSize();
            long width = (Long) run("return window.innerWidth");
            metrics((int) width, (int) Math.max(height, size.getHeight()));
            Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
            metrics((int) width, 900);
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close()
    {
        this.driver.quit();
        try {
            TestWiki.delete(this.profile);
        } catch (IOException e) {
            // A helper process of the browser still writes into its profile: the build's own folder may keep it.
            this.profile.toFile().deleteOnExit();
        }
    }
}
