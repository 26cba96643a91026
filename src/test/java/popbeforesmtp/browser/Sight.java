package popbeforesmtp.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;

/** What somebody in front of the screen sees without scrolling. */
final class Sight {

    /** An element is seen if it is within the window and nothing covers or clips its middle. */
    private static final String HIDDEN = """
            element => {
              const box = element.getBoundingClientRect();
              const middle = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
              const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
              if (inside && box.height > 0 && (element === middle || element.contains(middle))) { return ''; }
              return `${element.textContent.trim().slice(0, 40)}: ${box.left},${box.top} to ${box.right},${box.bottom}`
                  + ` of ${innerWidth}x${innerHeight}, over it: ${middle && middle.outerHTML.slice(0, 80)}`;
            }""";

    private Sight() {}

    /** Empty if the element is wholly seen; else where it is. */
    static String hidden(Locator element) {
        return (String) element.evaluate(HIDDEN);
    }

    /** Gives the window another size; then the top of the page is seen. */
    static void resize(Page page, int width, int height) {
        page.setViewportSize(width, height);
        page.evaluate("() => scrollTo(0, 0)");
    }

    /**
     * Does something with the page as paper shows it. Not by Media.PRINT: Playwright makes it small letters in the JVM's
     * language, and a Turkish one then errs.
     */
    static void onPaper(Page page, Runnable what) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject paper = new JsonObject();
        paper.addProperty("media", "print");
        session.send("Emulation.setEmulatedMedia", paper);
        what.run();
        session.detach();
    }

    /**
     * Gives the page a clock that stands until it is moved. Playwright writes the name of this call with the capital I of the
     * JVM's language, which a Turkish one has with a dot.
     */
    static synchronized void ownClock(Page page) {
        Locale had = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            page.clock().install();
        } finally {
            Locale.setDefault(had);
        }
    }

    /** How many pixels of the page are beyond the right edge of the window, and which elements reach farthest. */
    static String beyondTheEdge(Page page) {
        return (String) page.evaluate("""
                () => {
                  const width = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= width) { return ''; }
                  const beyond = [...document.querySelectorAll('body *')]
                      .filter(element => element.getBoundingClientRect().right > width + 0.5);
                  return document.documentElement.scrollWidth + ' of ' + width + ': '
                      + beyond.slice(-3).map(element => element.outerHTML.slice(0, 120)).join(' | ');
                }""");
    }

    /**
     * What is too small for a finger (44 pixels; links within a text may be as high as their line) or for eyes (readings below
     * 12 pixels), each once.
     */
    static List<String> tooSmall(Page page) {
        Object found = page.evaluate("""
                () => {
                  const isSeen = element => element.checkVisibility({visibilityProperty: true})
                      && !element.closest('.unseen, .narrow, .paper, .prose p, [hidden]');
                  const words = element => element.outerHTML.slice(0, 120);
                  const alone = link => link.parentElement.textContent.trim() === link.textContent.trim();
                  const fingers = [...document.querySelectorAll('a, button, summary, select, textarea, input[type=text], label:has(input)')]
                      .filter(isSeen)
                      .filter(each => getComputedStyle(each).display !== 'inline' || each.tagName === 'A' && alone(each))
                      .filter(each => {
                        const box = each.getBoundingClientRect();
                        return box.width > 1 && (box.width < 43.9 || box.height < 43.9);
                      });
                  const eyes = [...document.querySelectorAll('rt')]
                      .filter(isSeen)
                      .filter(each => parseFloat(getComputedStyle(each).fontSize) < 12)
                      .map(each => each.parentElement);
                  return [...new Set([...fingers, ...eyes].map(words))];
                }""");
        return ((List<?>) found).stream().map(String.class::cast).toList();
    }

    /** Empty if what has the focus is seen, at least in part; else what it is and what covers it. */
    static String focusHidden(Page page) {
        return (String) page.evaluate("""
                () => {
                  const one = document.activeElement;
                  if (one === document.body) { return ''; }
                  const shown = one.matches('input[type=radio], input[type=checkbox]') && one.closest('label') || one;
                  const boxes = [...shown.getClientRects()].filter(box => box.width > 1 && box.height > 1);
                  const points = boxes.flatMap(box => [0.1, 0.5, 0.9].flatMap(x => [0.15, 0.5, 0.85]
                      .map(y => [box.left + x * box.width, box.top + y * box.height])));
                  const above = points.map(([x, y]) => document.elementFromPoint(x, y));
                  return above.some(each => each && (shown.contains(each))) ? ''
                      : one.outerHTML.slice(0, 120) + ' under ' + (above[0] ? above[0].outerHTML.slice(0, 120) : 'nothing');
                }""");
    }
}
