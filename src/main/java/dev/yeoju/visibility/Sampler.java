package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Site;
import dev.yeoju.visibility.LineOfSight.Way;
import java.util.ArrayList;
import java.util.List;

/** Samples the directions of one spacecraft from one antenna. One thread's. */
final class Sampler {
    private final Run run;
    private final Bending bending;
    private final List<LineOfSight> sights = new ArrayList<>();
    private final List<Span> domains = new ArrayList<>();

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
                sights.add(arc.sight());
                domains.add(domain);
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
        for (int i = 0; i <= steps; i++) {
            LineOfSight sight = at(Math.min(end, start + i * stepS));
            azimuth.add(sight.azimuthDeg());
            elevation.add(bending.apparentDeg(sight.elevationDeg()));
            range.add(sight.rangeM() / 1000);
            rangeRate.add(sight.rangeRateMPerS() / 1000);
        }
        return new ViewSamples(interval.start(), stepS, azimuth, elevation, range, rangeRate);
    }

    private LineOfSight at(double time) {
        for (int i = 0; i < domains.size(); i++) {
            // AOS and LOS are rounded to the microsecond, perhaps out of the domain.
            if (time <= domains.get(i).end() + Spans.SLIVER_S) {
                sights.get(i).look(time);
                return sights.get(i);
            }
        }
        throw new IllegalArgumentException(
                "The time (" + run.clock().instant(time) + ") is not within what the trajectory covers.");
    }
}
