/**
 * What the site costs, as figures that are printed and never tested: times on a shared machine prove nothing alone, so each
 * is compared with another of the same run. README says how to run them.
 */
package popbeforesmtp.benchmark;
