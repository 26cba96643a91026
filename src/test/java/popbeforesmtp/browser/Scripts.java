package popbeforesmtp.browser;

/** Whether a browser runs scripts. The site must be whole without them. */
enum Scripts {
    ON,
    OFF
}
