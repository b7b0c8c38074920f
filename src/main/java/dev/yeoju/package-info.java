/** Yeoju schedules deep-space ground antennas: view periods by Orekit, passes by Timefold, a page for planners. */
@NullMarked
package dev.yeoju;

import org.jspecify.annotations.NullMarked;
