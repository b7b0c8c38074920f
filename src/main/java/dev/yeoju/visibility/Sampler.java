package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Body;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Site;
import dev.yeoju.visibility.LineOfSight.Way;
import java.util.ArrayList;
import java.util.List;

/** Samples the directions of one spacecraft from one antenna. One thread's. */
final class Sampler {
    private final Run run;
    private final Bending bending;
    private final List<Part> parts = new ArrayList<>();

    /** An arc's line of sight with the ways to the bodies, where the arc is. */
    private record Part(Span domain, LineOfSight sight, LineOfSight.BodyLeg toSun, LineOfSight.BodyLeg toMoon) {}

    Sampler(Run run, Antenna antenna, TargetMotion motion) {
        Site site = antenna.site();
        if (site == null) {
            throw new IllegalArgumentException("The antenna (" + antenna.id() + ") has no site.");
        }
        Station station = new Station(run.context(), site);
        this.run = run;
        this.bending = new Bending(run.geometry().refraction(), site.altitudeM());
        for (TargetMotion.Part part : motion.parts()) {
            Arc arc = new Arc(run, station, motion, part, Way.RECEIVE);
            for (Span domain : arc.domain()) {
                LineOfSight sight = arc.sight();
                parts.add(new Part(domain, sight, sight.toBody(Body.SUN), sight.toBody(Body.MOON)));
            }
        }
    }

    /** @param interval within what the trajectory covers */
    ViewSamples sample(Interval interval, double stepS) {
        double start = run.clock().seconds(interval.start());
        double end = run.clock().seconds(interval.end());
        int steps = (int) Math.ceil((end - start) / stepS - 1e-9);
        List<Double> azimuth = new ArrayList<>(steps + 1);
        List<Double> elevation = new ArrayList<>(steps + 1);
        List<Double> range = new ArrayList<>(steps + 1);
        List<Double> rangeRate = new ArrayList<>(steps + 1);
        List<Double> sep = new ArrayList<>(steps + 1);
        Track sun = new Track(steps + 1);
        Track moon = new Track(steps + 1);
        for (int i = 0; i <= steps; i++) {
            double time = Math.min(end, start + i * stepS);
            Part part = at(time);
            LineOfSight sight = part.sight();
            sight.look(time);
            azimuth.add(sight.azimuthDeg());
            elevation.add(bending.apparentDeg(sight.elevationDeg()));
            range.add(sight.rangeM() / 1000);
            rangeRate.add(sight.rangeRateMPerS() / 1000);
            double[] toSun = part.toSun().vector(time);
            sep.add(Leg.angleDeg(toSun, sight.direction));
            sun.add(sight, toSun);
            moon.add(sight, part.toMoon().vector(time));
        }
        return new ViewSamples(
                interval.start(),
                stepS,
                azimuth,
                elevation,
                range,
                rangeRate,
                sep,
                sun.directions(),
                moon.directions());
    }

    /** A body's way over the sky. */
    private final class Track {
        private final List<Double> azimuth;
        private final List<Double> elevation;
        private final double[] local = new double[3];

        Track(int size) {
            azimuth = new ArrayList<>(size);
            elevation = new ArrayList<>(size);
        }

        void add(LineOfSight sight, double[] toBody) {
            sight.local(toBody, local);
            azimuth.add(LineOfSight.azimuthDeg(local[0], local[1]));
            elevation.add(bending.apparentDeg(LineOfSight.elevationDeg(local[0], local[1], local[2])));
        }

        ViewSamples.Directions directions() {
            return new ViewSamples.Directions(azimuth, elevation);
        }
    }

    private Part at(double time) {
        for (Part part : parts) {
            // AOS and LOS are rounded to the microsecond, perhaps out of the domain.
            if (time <= part.domain().end() + Spans.SLIVER_S) {
                return part;
            }
        }
        throw new IllegalArgumentException(
                "The time (" + run.clock().instant(time) + ") is not within what the trajectory covers.");
    }
}
