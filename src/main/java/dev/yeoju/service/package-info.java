/** Runs the pipeline from problem to checked schedule and owns the jobs; the only package that knows both engines. */
@NullMarked
package dev.yeoju.service;

import org.jspecify.annotations.NullMarked;
