/** Benchmark runs over problems and seeds, and their report. */
@NullMarked
package dev.yeoju.benchmark;

import org.jspecify.annotations.NullMarked;
