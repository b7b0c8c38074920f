/** Files and elements of motion to {@code Trajectory}: the only place that reads states of motion, and the home of the Orekit context. */
@NullMarked
package dev.yeoju.ephemeris;

import org.jspecify.annotations.NullMarked;
