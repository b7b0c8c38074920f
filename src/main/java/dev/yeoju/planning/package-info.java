/** The Timefold model: planning entities, constraints, moves, and the two doors to it, {@code PlanBuilder} and {@code ScheduleExtractor}. */
@NullMarked
package dev.yeoju.planning;

import org.jspecify.annotations.NullMarked;
