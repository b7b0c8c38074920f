/** Checks any schedule against its problem, from the rules and without solver code. */
@NullMarked
package dev.yeoju.check;

import org.jspecify.annotations.NullMarked;
