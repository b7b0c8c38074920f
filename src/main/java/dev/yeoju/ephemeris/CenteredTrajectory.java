package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import java.util.List;
import java.util.Optional;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** A motion about a centre, carried to the origin by the centre's own motion. */
final class CenteredTrajectory implements Trajectory {
    private final String id;
    private final Center center;
    private final Motion motion;
    private final SolarSystem solarSystem;
    private final Coverage coverage;
    private final @Nullable SurfaceSite site;
    private final List<String> warnings;

    CenteredTrajectory(
            String id,
            Center center,
            Motion motion,
            SolarSystem solarSystem,
            @Nullable SurfaceSite site,
            List<String> warnings) {
        this.id = id;
        this.center = center;
        this.motion = motion;
        this.solarSystem = solarSystem;
        this.coverage =
                center.isOrigin() ? motion.coverage() : motion.coverage().intersection(solarSystem.coverage());
        this.site = site;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * The same motion relative to the centre, later. Its warnings speak of the undelayed motion's times.
     *
     * @param byS seconds
     */
    CenteredTrajectory delayed(double byS) {
        return new CenteredTrajectory(id, center, new DelayedMotion(motion, byS), solarSystem, site, warnings);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Origin origin() {
        return center.origin();
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Vector3D position(AbsoluteDate date) {
        requireState(date);
        Vector3D position = motion.position(date);
        return center.isOrigin() ? position : center.position(solarSystem, date).add(position);
    }

    @Override
    public PVCoordinates pv(AbsoluteDate date) {
        requireState(date);
        PVCoordinates pv = motion.pv(date);
        if (center.isOrigin()) {
            return pv;
        }
        PVCoordinates shift = center.pv(solarSystem, date);
        return new PVCoordinates(
                shift.getPosition().add(pv.getPosition()), shift.getVelocity().add(pv.getVelocity()));
    }

    @Override
    public @Nullable Body center() {
        return center.isOrigin() ? null : center.body();
    }

    @Override
    public StateReader fromCenter(AbsoluteDate epoch) {
        return motion.reader(epoch);
    }

    @Override
    public Optional<SurfaceSite> site() {
        return Optional.ofNullable(site);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    private void requireState(AbsoluteDate date) {
        if (!coverage.contains(date)) {
            throw new EphemerisException(
                    id,
                    date.toString(),
                    "The spacecraft (" + id + ") has no state at " + date + "; its trajectory covers " + coverage
                            + ".");
        }
    }
}
