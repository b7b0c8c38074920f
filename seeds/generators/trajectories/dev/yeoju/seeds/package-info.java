/**
 * Programs that make the derived ephemerides of the catalogue: trajectories propagated by this project, none of them a copy
 * of a flown ephemeris. Run by {@code seeds/generators/rebuild.sh}; the same input gives the same bytes.
 */
@NullMarked
package dev.yeoju.seeds;

import org.jspecify.annotations.NullMarked;
