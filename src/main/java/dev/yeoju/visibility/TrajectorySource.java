package dev.yeoju.visibility;

import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Spacecraft;

/** Makes the trajectory of a spacecraft that has one, for a horizon. Called once a spacecraft, from several threads. */
@FunctionalInterface
public interface TrajectorySource {
    /** @throws dev.yeoju.ephemeris.EphemerisException when its file or elements cannot be used */
    Trajectory trajectory(Spacecraft spacecraft, Interval horizon);
}
