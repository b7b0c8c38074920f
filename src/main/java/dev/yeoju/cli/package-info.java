/** The command line: serve, solve, visibility, check and their kin. */
@NullMarked
package dev.yeoju.cli;

import org.jspecify.annotations.NullMarked;
