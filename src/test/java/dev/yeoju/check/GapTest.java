package dev.yeoju.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapTest {
    @Test
    void itIsTheDistanceToTheBoundOfTheBound() {
        assertThat(Gap.percent(true, 75, 100.0)).isEqualTo(25);
        assertThat(Gap.percent(true, 0, 0.0)).isZero();
        assertThat(Gap.percent(true, 0, 1e-9)).isZero();
        assertThat(Gap.percent(true, 10.000001, 10.0)).isZero();
    }

    @Test
    void costsOfChangesCanMakeBothNegative() {
        assertThat(Gap.percent(true, -5, -4.0)).isEqualTo(25);
        assertThat(Gap.percent(true, -5, 0.0)).isNull();
    }

    @Test
    void thereIsNoneWithoutABoundOrWithBrokenRules() {
        assertThat(Gap.percent(true, 75, null)).isNull();
        assertThat(Gap.percent(false, 75, 100.0)).isNull();
    }
}
