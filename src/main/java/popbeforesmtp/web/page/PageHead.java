package popbeforesmtp.web.page;

/**
 * What windows, search engines and whoever shares a page are told of it.
 *
 * @param windowTitle what the window is called
 * @param title the page alone, without the site
 * @param description a sentence about it
 */
record PageHead(String windowTitle, String title, String description) {

    /**
     * That of a page.
     *
     * @param description the page's own sentence, empty for the site's
     */
    static PageHead of(PageChrome frame, Localizer words, String description) {
        String site = words.plain("site");
        String title = frame.title() == null ? site : words.plain(frame.title());
        String window = title.equals(site) ? words.plain("nav.try") : title;
        return new PageHead(
                frame.title() == null ? site : window + " ― " + site,
                title,
                description.isEmpty() ? words.plain("site.description") : description);
    }
}
