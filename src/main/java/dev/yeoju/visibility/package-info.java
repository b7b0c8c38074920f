/** Trajectory, antenna and rules to view periods. */
@NullMarked
package dev.yeoju.visibility;

import org.jspecify.annotations.NullMarked;
