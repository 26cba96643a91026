/** The site as a process of its own, or several: killed in the middle, started again, one of many. */
package popbeforesmtp.process;
