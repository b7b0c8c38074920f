/** Explanation and replanning: why a request is unscheduled, what a change costs. */
@NullMarked
package dev.yeoju.replan;

import org.jspecify.annotations.NullMarked;
