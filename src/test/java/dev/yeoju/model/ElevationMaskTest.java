package dev.yeoju.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.ElevationMask.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElevationMaskTest {
    @Test
    void onePointIsFlatAllAround() {
        ElevationMask flat = ElevationMask.flat(10);
        assertThat(flat.isFlat()).isTrue();
        for (double azimuthDeg : new double[] {0, 89.9, 180, 359.99, 360, 725, -30}) {
            assertThat(flat.elevationDeg(azimuthDeg)).isEqualTo(10);
        }
    }

    @Test
    void itIsLinearBetweenPointsAndWrapsThroughNorth() {
        ElevationMask mask = new ElevationMask(List.of(new Point(90, 5), new Point(270, 15)));
        assertThat(mask.elevationDeg(180)).isCloseTo(10, within(1e-12));
        assertThat(mask.elevationDeg(0)).isCloseTo(10, within(1e-12));
        assertThat(mask.elevationDeg(315)).isCloseTo(12.5, within(1e-12));
        assertThat(mask.elevationDeg(45)).isCloseTo(7.5, within(1e-12));
        assertThat(mask.elevationDeg(-45)).isCloseTo(12.5, within(1e-12));
        assertThat(mask.isFlat()).isFalse();
    }

    @Test
    void twoPointsAtOneAzimuthAreAStepThatTheSecondOneTakes() {
        ElevationMask mask = new ElevationMask(
                List.of(new Point(0, 10), new Point(180, 10), new Point(180, 20), new Point(360, 20)));
        assertThat(mask.elevationDeg(179.999999)).isCloseTo(10, within(1e-6));
        assertThat(mask.elevationDeg(180)).isEqualTo(20);
        assertThat(mask.elevationDeg(359.999999)).isCloseTo(20, within(1e-6));
        assertThat(mask.elevationDeg(0)).isEqualTo(10);
        assertThat(mask.elevationDeg(360)).isEqualTo(10);
    }

    @Test
    void aMaskWithoutPointsIsRefused() {
        assertThatThrownBy(() -> new ElevationMask(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
