package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.Body;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.Forces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

class OpmReaderTest {
    private static final Instant EPOCH = Instant.parse("2027-01-01T06:00:00Z");
    private static final Interval DAY = new Interval(EPOCH, EPOCH.plusSeconds(86400));
    private static final String OPM = """
            CCSDS_OPM_VERS = 2.0
            CREATION_DATE = 2026-12-01T00:00:00
            ORIGINATOR = TEST
            OBJECT_NAME = TEST
            OBJECT_ID = 2026-001A
            CENTER_NAME = %s
            REF_FRAME = ICRF
            TIME_SYSTEM = UTC
            EPOCH = 2027-01-01T06:00:00
            X = 2000
            Y = 0
            Z = 100
            X_DOT = 0
            Y_DOT = 1.6
            Z_DOT = 0.3
            """;

    private final OrekitContext context = OrekitContext.builtIn();

    @ParameterizedTest
    @CsvSource({"MOON, false", "MOON, true", "MARS, false"})
    void orbitStartsInTheGivenState(Body center, boolean propagated) {
        Forces forces = propagated ? new Forces(Set.of(Body.EARTH, Body.SUN), true, null) : null;
        Trajectory trajectory =
                factory(String.format(OPM, center)).create("SC", new TrajectorySpec.Opm("sc.opm", null, forces), DAY);
        AbsoluteDate date = context.date(EPOCH);
        PVCoordinates body = trajectory.origin() == Trajectory.Origin.EARTH
                ? context.solarSystem().geocentric(center, date)
                : context.solarSystem().barycentric(center, date);
        PVCoordinates relative = new PVCoordinates(body, trajectory.pv(date));
        assertThat(relative.getPosition().distance(new Vector3D(2000e3, 0, 100e3)))
                .isLessThan(1e-3);
        assertThat(relative.getVelocity().distance(new Vector3D(0, 1600, 300))).isLessThan(1e-4);
        assertThat(trajectory.warnings()).isEmpty();
    }

    @Test
    void manoeuvresAreWarned() {
        String text = String.format(OPM, "MOON")
                + "MASS = 500\nMAN_EPOCH_IGNITION = 2027-01-01T09:00:00\nMAN_DURATION = 10\nMAN_DELTA_MASS = -1\n"
                + "MAN_REF_FRAME = RTN\nMAN_DV_1 = 0\nMAN_DV_2 = 0.01\nMAN_DV_3 = 0\n";
        assertThat(factory(text)
                        .create("SC", new TrajectorySpec.Opm("sc.opm", null, null), DAY)
                        .warnings())
                .singleElement()
                .asString()
                .contains("manoeuvres", "sc.opm");
    }

    @ParameterizedTest
    @CsvSource({"JUPITER, CENTER_NAME (JUPITER)", "SOLAR SYSTEM BARYCENTER, CENTER_NAME (SOLAR SYSTEM BARYCENTER)"})
    void whatCannotBeOrbitedIsNamed(String center, String named) {
        TrajectoryFactory factory = factory(String.format(OPM, center));
        assertThatThrownBy(() -> factory.create("SC", new TrajectorySpec.Opm("sc.opm", null, null), DAY))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("sc.opm")
                .hasMessageContaining(named);
    }

    @Test
    void incompleteMessageIsOneClearMessage() {
        TrajectoryFactory factory = factory(String.format(OPM, "MOON").replace("Y_DOT = 1.6\n", ""));
        assertThatThrownBy(() -> factory.create("SC", new TrajectorySpec.Opm("sc.opm", null, null), DAY))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("sc.opm")
                .hasMessageContaining("_DOT");
    }

    private TrajectoryFactory factory(String text) {
        return new TrajectoryFactory(
                context, source -> new EphemerisFile("sc.opm", text.getBytes(StandardCharsets.UTF_8)));
    }
}
