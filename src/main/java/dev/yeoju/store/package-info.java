/** Persistence of problems, schedules and their revisions. */
@NullMarked
package dev.yeoju.store;

import org.jspecify.annotations.NullMarked;
