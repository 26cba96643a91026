/**
 * What is taught, read from {@code content/} and cross-checked: explanations and their claims, lessons, quiz, words and
 * history, the cases with their promises, and the plain meaning of every line that is spoken. Checks are pure functions
 * over what happened.
 */
@NullMarked
package popbeforesmtp.lesson;

import org.jspecify.annotations.NullMarked;
