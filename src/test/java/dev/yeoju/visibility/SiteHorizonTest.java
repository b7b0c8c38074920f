package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.ElevationMask.Point;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.TrajectorySpec.Surface;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;

/** A surface site's own horizon against vectors on the Moon's axes. */
class SiteHorizonTest {
    private static final double MASK_DEG = 10;

    private final OrekitContext context = OrekitContext.builtIn();

    @Test
    void aPolarSiteIsVisibleWhileTheAntennaIsAboveItsHorizon() {
        Surface site = new Surface(Body.MOON, 89.5, 20, 0, ElevationMask.flat(5));
        assertThat(compare(site))
                .as("instants at which the site's horizon decides")
                .isGreaterThan(20);
    }

    @Test
    void theSitesMaskByAzimuthCounts() {
        Surface site = new Surface(
                Body.MOON,
                -84.79,
                29.2,
                0,
                new ElevationMask(List.of(
                        new Point(0, 2),
                        new Point(40, 9),
                        new Point(320, 0.5),
                        new Point(340, 0.5),
                        new Point(340, 6))));
        compare(site);
    }

    @Test
    void aNearSideSiteIsVisibleWheneverTheMoonIsUp() {
        assertThat(compare(Orbits.LANDER)).isZero();
    }

    @Test
    void aFarSideSiteIsNeverVisibleAndThatIsSaid() {
        Surface site = new Surface(Body.MOON, -20, 170, 0, ElevationMask.flat(0));
        Visibility found = find(site);
        assertThat(found.viewPeriods()).isEmpty();
        assertThat(found.absences()).singleElement().satisfies(absence -> {
            assertThat(absence.code()).isEqualTo(ReasonCode.NEVER_VISIBLE);
            assertThat(absence.text()).contains("never visible, because the site is on the far side of the Moon");
        });
    }

    @Test
    void aNearSideSiteBehindAMountainIsReportedAsItsHorizon() {
        Surface site = new Surface(Body.MOON, 10, 10, 0, ElevationMask.flat(88));
        assertThat(find(site).absences()).extracting(Absence::code).containsExactly(ReasonCode.LANDER_HORIZON);
    }

    private Visibility find(Surface site) {
        return new VisibilityCalculator(context, Orbits.WEEK, Geometry.DEFAULT)
                .viewPeriods(
                        Kdsa.antenna(ElevationMask.flat(MASK_DEG)),
                        Kdsa.spacecraft("LANDER", site),
                        Orbits.trajectory(context, site));
    }

    private int compare(Surface site) {
        Trajectory trajectory = Orbits.trajectory(context, site);
        Reference reference = new Reference(context, Kdsa.SITE, trajectory, true);
        List<ViewPeriod> periods = find(site).viewPeriods();
        assertThat(periods).isNotEmpty();
        int decided = 0;
        for (Instant t = Orbits.WEEK.start(); t.isBefore(Orbits.WEEK.end()); t = t.plus(Duration.ofMinutes(5))) {
            Instant instant = t;
            AbsoluteDate date = context.date(instant);
            boolean above = reference.elevationDeg(date, -1) > MASK_DEG;
            boolean risen = risen(site, reference, date);
            decided += above && !risen ? 1 : 0;
            assertThat(periods.stream().anyMatch(period -> period.interval().contains(instant)))
                    .as("visible at %s", instant)
                    .isEqualTo(above && risen);
        }
        return decided;
    }

    private boolean risen(Surface site, Reference reference, AbsoluteDate date) {
        Vector3D toSite = reference.toSpacecraft(date, -1);
        AbsoluteDate left = date.shiftedBy(-toSite.getNorm() / 299792458.0);
        Rotation bodyFixed = context.solarSystem().bodyFixed(Body.MOON, left);
        Vector3D toAntenna = bodyFixed.applyTo(toSite.negate()).normalize();
        double latitude = Math.toRadians(site.latitudeDeg());
        double longitude = Math.toRadians(site.longitudeDeg());
        Vector3D up = new Vector3D(
                Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude));
        Vector3D east = new Vector3D(-Math.sin(longitude), Math.cos(longitude), 0);
        Vector3D north = Vector3D.crossProduct(up, east);
        double azimuth = Math.toDegrees(Math.atan2(toAntenna.dotProduct(east), toAntenna.dotProduct(north)));
        return Math.toDegrees(Math.asin(toAntenna.dotProduct(up))) > site.mask().elevationDeg(azimuth);
    }
}
