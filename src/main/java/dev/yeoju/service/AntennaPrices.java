package dev.yeoju.service;

import dev.yeoju.bound.PriceBook;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Certificate;
import dev.yeoju.model.Interval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the antennas' time is worth by the prices behind the bound: where requests contend for it. */
@Service
public class AntennaPrices {
    private static final double PRECISION = 1e4;
    /** Finer than this no page shows them, and a year at a minute's step would be half a million numbers an antenna. */
    private static final int MOST_STEPS = 10_000;

    /**
     * Prices of equal steps of time from the horizon's start, the last one cut off at its end.
     *
     * @param stepS at least the one asked for
     * @param antennas by id, priority-weighted hours a step; empty while there is no bound
     */
    public record View(Instant start, int stepS, Map<String, List<Double>> antennas) {}

    private final VisibleSchedules visible;
    private final Workspaces workspaces;
    private final Turn turn = new Turn(1, "look at prices too");

    AntennaPrices(VisibleSchedules visible, Workspaces workspaces) {
        this.visible = visible;
        this.workspaces = workspaces;
    }

    /**
     * Prices of the present revision.
     *
     * @param stepS seconds, positive
     * @throws ServiceException NOT_FOUND; CONFLICT while there is no schedule; BUSY
     */
    public View of(Caller caller, String id, int stepS) {
        Workspaces.Workspace workspace = workspaces.of(visible.find(caller, id));
        Interval horizon = workspace.instance().problem().horizon();
        long lengthS = horizon.start().until(horizon.end(), ChronoUnit.SECONDS);
        int step = (int) Math.max(stepS, -Math.floorDiv(-lengthS, MOST_STEPS));
        Certificate certificate = workspace.schedule().certificate();
        Map<String, List<Double>> antennas = new LinkedHashMap<>();
        if (certificate != null) {
            turn.take(() -> {
                PriceBook book = PriceBook.of(workspace.pinned(), certificate);
                for (Antenna antenna : workspace.instance().problem().antennas()) {
                    antennas.put(antenna.id(), steps(book, antenna.id(), horizon, step));
                }
                return antennas;
            });
        }
        return new View(horizon.start(), step, antennas);
    }

    private static List<Double> steps(PriceBook book, String antenna, Interval horizon, int stepS) {
        List<Double> prices = new ArrayList<>();
        for (Instant at = horizon.start(); at.isBefore(horizon.end()); at = at.plusSeconds(stepS)) {
            Instant next = at.plusSeconds(stepS);
            Interval within = new Interval(at, next.isAfter(horizon.end()) ? horizon.end() : next);
            // Rounding keeps the answer short; the search's last digits say nothing.
            prices.add(Math.round(Math.max(0, book.price(antenna, within)) * PRECISION) / PRECISION);
        }
        return prices;
    }
}
