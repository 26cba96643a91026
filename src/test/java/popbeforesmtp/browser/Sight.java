package popbeforesmtp.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

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
}
