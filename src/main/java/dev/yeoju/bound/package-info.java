/** The relaxation by prices: a proven upper bound on the value of any schedule of a problem. Knows the model alone. */
@NullMarked
package dev.yeoju.bound;

import org.jspecify.annotations.NullMarked;
