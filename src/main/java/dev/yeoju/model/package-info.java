/** Plain immutable records of the field: problem, antenna, spacecraft, request, view period, track, schedule. Knows the JDK alone; instants are UTC at the antenna. */
@NullMarked
package dev.yeoju.model;

import org.jspecify.annotations.NullMarked;
