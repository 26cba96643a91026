package popbeforesmtp.lesson.experiment;

import popbeforesmtp.sandbox.press.Press;

/**
 * One press of a case.
 *
 * @param line the line of {@code content/cases.yml} that says it
 * @param press what is pressed; options are set as a whole
 * @param promise what must be seen then
 */
public record Step(int line, Press press, StepExpectation promise) {}
