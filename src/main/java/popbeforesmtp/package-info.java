/**
 * 受けてから送る (Receive, then send): the one assembly of the house. Everything else lives in the folders below it, one a
 * stop of the journey that README draws.
 */
@NullMarked
package popbeforesmtp;

import org.jspecify.annotations.NullMarked;
