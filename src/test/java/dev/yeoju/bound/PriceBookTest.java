package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.check.ProblemFixture;
import dev.yeoju.check.SmallProblems;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PriceBookTest {
    private static final boolean FULL = "full".equals(System.getProperty("yeoju.campaign"));
    private static final int PROBLEMS = FULL ? 5000 : 100;
    private static final Duration LONG = Duration.ofHours(1);

    private static PriceBook book(ProblemInstance instance) {
        return PriceBook.of(
                instance,
                BoundSolver.solve(instance, new BoundOptions(300, LONG), BoundWatch.NONE)
                        .certificate());
    }

    /** Two spacecraft want the same two hours of one antenna, one at twice the priority. */
    private static ProblemInstance contested() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").objective(Objective.Preset.THROUGHPUT.objective());
        fixture.view("A", "LOW", 4, 6).view("A", "HIGH", 4, 6).view("A", "LOW", 10, 12);
        fixture.request("CHEAP", "LOW", "A").lasting(2, 2);
        fixture.request("DEAR", "HIGH", "A").lasting(2, 2).priority(2);
        return fixture.build();
    }

    @Test
    void timeThatTheDearerRequestUsesCostsWhatItBrings() {
        PriceBook book = book(contested());
        // Two hours at priority 2, and the bonus of half an hour, shared by all who want the time.
        assertThat(book.price("A", ProblemFixture.hours(4, 6))).isCloseTo(5, within(0.05));
        assertThat(book.hourPrice("A", ProblemFixture.at(5))).isCloseTo(5, within(0.05));
        assertThat(book.users("A", ProblemFixture.hours(4, 6))).containsExactly("DEAR");
    }

    @Test
    void idleTimeCostsNothing() {
        PriceBook book = book(contested());
        assertThat(book.price("A", ProblemFixture.hours(0, 4))).isZero();
        assertThat(book.price("A", ProblemFixture.hours(13, 20))).isZero();
        assertThat(book.users("A", ProblemFixture.hours(0, 4))).isEmpty();
        assertThat(book.price("UNKNOWN", ProblemFixture.hours(4, 6))).isZero();
    }

    @Test
    void aRequestsBestPlaceIsWhereItDisplacesNobody() {
        PriceBook.Place place = book(contested()).bestPlace("CHEAP").orElseThrow();
        assertThat(place.track()).isEqualTo(ProblemFixture.hours(10, 12));
        assertThat(place.antennas()).containsExactly("A");
        assertThat(place.displaced()).isEmpty();
    }

    @Test
    void aRequestThatMustDisplaceAnotherSaysWhomAndAtWhatPrice() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").objective(Objective.Preset.THROUGHPUT.objective());
        fixture.view("A", "LOW", 4, 6).view("A", "HIGH", 4, 6);
        fixture.request("CHEAP", "LOW", "A").lasting(2, 2);
        fixture.request("DEAR", "HIGH", "A").lasting(2, 2).priority(2);
        PriceBook.Place place = book(fixture.build()).bestPlace("CHEAP").orElseThrow();
        assertThat(place.displaced()).containsExactly("DEAR");
        assertThat(place.worth()).isCloseTo(2.5, within(0.05));
        assertThat(place.price()).isCloseTo(5, within(0.05));
    }

    @Test
    void aRequestThatNothingCanServeHasNoPlace() {
        ProblemFixture fixture = new ProblemFixture().antenna("A");
        fixture.request("R", "S", "A");
        assertThat(book(fixture.build()).bestPlace("R")).isEmpty();
        assertThat(book(contested()).bestPlace("UNKNOWN")).isEmpty();
    }

    @Test
    void pricesOfTimeAddUpToNoMoreThanTheWholeAndAreNeverNegative() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed);
            PriceBook book = book(instance);
            String antenna = instance.problem().antennas().get(0).id();
            double whole = book.price(antenna, ProblemFixture.hours(-10, 40));
            for (int hour = 0; hour < 24; hour++) {
                double price = book.hourPrice(antenna, ProblemFixture.at(hour));
                assertThat(price).as("seed %d", seed).isBetween(0.0, whole + 1e-6);
            }
        }
    }
}
