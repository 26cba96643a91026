/** The files of {@code deploy/}, before the programs that they are for. Where one is not installed, its tests say so. */
package popbeforesmtp.deploy;
