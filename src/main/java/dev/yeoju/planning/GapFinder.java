package dev.yeoju.planning;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a track can lie: the stretches of an opportunity in which all of its antennas are free with setup and
 * teardown, and nothing is tracked that the request excludes.
 */
final class GapFinder {
    private final PlanState state;
    private final TieWindows windows;
    private final PassFit fit;
    private Timeline[] timelines = new Timeline[4];
    private int[] positions = new int[4];
    private final RoomScan rooms;
    private int[] gapStartS = new int[64];
    private int[] gapEndS = new int[64];
    private PlanOpportunity[] gapWhere = new PlanOpportunity[64];
    private TieWindows.Window[] gapWindow = new TieWindows.Window[64];
    private int gaps;
    /** Whether gaps may lie over tracks whose beam the request may share. */
    private boolean sharing;

    GapFinder(PlanState state) {
        this.state = state;
        windows = new TieWindows(state);
        fit = new PassFit(state);
        rooms = new RoomScan(state, this::offerRoom);
    }

    int gapStartS(int gap) {
        return gapStartS[gap];
    }

    int gapEndS(int gap) {
        return gapEndS[gap];
    }

    PlanOpportunity gapWhere(int gap) {
        return gapWhere[gap];
    }

    /** What the request's ties ask of a track in the gap beyond lying in it. */
    TieWindows.Window gapWindow(int gap) {
        return gapWindow[gap];
    }

    /**
     * Finds all gaps of at least the given length in all of the request's opportunities; they stay until the next call.
     * Returns how many.
     */
    int find(PlanRequest request, int leastS) {
        gaps = 0;
        if (request.tied()) {
            for (PlanOpportunity where : request.opportunities()) {
                findIn(request, where, leastS);
            }
            return gaps;
        }
        sharing = false;
        rooms.find(request, leastS);
        if (request.mspa()) {
            sharing = true;
            for (PlanOpportunity where : request.opportunities()) {
                if (!where.isPlain()) {
                    find(request, where, where.startS(), where.endS(), leastS, TieWindows.ANYWHERE);
                }
            }
        }
        return gaps;
    }

    private void offerRoom(PlanRequest request, PlanOpportunity where, int startS, int endS, int leastS) {
        offer(request, where, startS, endS, leastS, TieWindows.ANYWHERE);
    }

    /** The same in one opportunity, in time. */
    int find(PlanRequest request, PlanOpportunity where, int leastS) {
        gaps = 0;
        findIn(request, where, leastS);
        return gaps;
    }

    private void findIn(PlanRequest request, PlanOpportunity where, int leastS) {
        List<TieWindows.Window> choices = windows.of(request, where.antennas());
        for (int k = 0; k < choices.size(); k++) {
            TieWindows.Window window = choices.get(k);
            int fromS = Math.max(where.startS(), window.fromS());
            int untilS = Math.min(where.endS(), window.untilS());
            if (untilS - fromS >= leastS) {
                sharing = false;
                find(request, where, fromS, untilS, leastS, window);
                if (request.mspa() && !where.isPlain()) {
                    sharing = true;
                    find(request, where, fromS, untilS, leastS, window);
                }
            }
        }
    }

    /** Whether a track of a gap keeps the rules that gaps alone cannot tell: see {@link PassFit}. */
    boolean fits(PlanRequest request, PlanOpportunity where, int botS, int eotS) {
        return where.isPlain() || fit.fits(Pass.of(request, where, botS, eotS), Timeline.NOBODY);
    }

    private void find(
            PlanRequest request, PlanOpportunity where, int startS, int endS, int leastS, TieWindows.Window window) {
        AntennaSet antennas = where.antennas();
        int setupS = request.setupS();
        int teardownS = request.teardownS();
        int lines = antennas.size();
        if (lines > timelines.length) {
            timelines = new Timeline[lines];
            positions = new int[lines];
        }
        for (int k = 0; k < lines; k++) {
            timelines[k] = state.antenna(antennas.get(k));
            positions[k] = timelines[k].firstReaching(startS - setupS);
        }
        Timeline mission = state.mission(request.mission());
        int missionPosition = mission.firstReaching(startS);
        int atS = startS;
        while (atS <= endS - leastS) {
            boolean moved;
            int untilS;
            do {
                moved = false;
                untilS = endS;
                for (int k = 0; k < lines; k++) {
                    Timeline line = timelines[k];
                    while (positions[k] < line.size()
                            && (line.startS(positions[k]) - teardownS <= atS
                                    || (sharing && shares(request, antennas.get(k), line.owner(positions[k]))))) {
                        int freeS = line.endS(positions[k]) + setupS;
                        if (freeS > atS && !(sharing && shares(request, antennas.get(k), line.owner(positions[k])))) {
                            atS = freeS;
                            moved = true;
                        }
                        positions[k]++;
                    }
                    if (positions[k] < line.size()) {
                        untilS = Math.min(untilS, line.startS(positions[k]) - teardownS);
                    }
                }
                while (missionPosition < mission.size()
                        && (mission.startS(missionPosition) <= atS
                                || !excludes(request, mission.owner(missionPosition)))) {
                    if (mission.endS(missionPosition) > atS && excludes(request, mission.owner(missionPosition))) {
                        atS = mission.endS(missionPosition);
                        moved = true;
                    }
                    missionPosition++;
                }
                if (missionPosition < mission.size()) {
                    untilS = Math.min(untilS, mission.startS(missionPosition));
                }
            } while (moved);
            if (untilS - atS >= leastS) {
                offer(request, where, atS, untilS, leastS, window);
            }
            atS = Math.max(atS + 1, untilS);
        }
    }

    private void offer(
            PlanRequest request, PlanOpportunity where, int atS, int untilS, int leastS, TieWindows.Window window) {
        if (where.isPlain()) {
            add(where, atS, untilS, window);
            return;
        }
        for (PlanModel.Span span : fit.free(where, atS, untilS, Timeline.NOBODY)) {
            if (sharing) {
                offerBeams(request, where, span, leastS, window);
            } else {
                offerTurned(request, where, span.startS(), span.endS(), leastS, window);
            }
        }
    }

    /** A gap less the time to repoint from those before and to those after. */
    private void offerTurned(
            PlanRequest request, PlanOpportunity where, int atS, int untilS, int leastS, TieWindows.Window window) {
        int fromS = fit.earliestBotS(request, where, atS, untilS, Timeline.NOBODY);
        int toS = fit.latestEotS(request, where, fromS, untilS, Timeline.NOBODY);
        if (toS - fromS >= leastS) {
            add(where, fromS, toS, window);
        }
    }

    /** A gap beside whom the track may join in the beam: for each of them, while they are close enough. */
    private void offerBeams(
            PlanRequest request, PlanOpportunity where, PlanModel.Span gap, int leastS, TieWindows.Window window) {
        Pass own = Pass.of(request, where, gap.startS(), gap.endS());
        AntennaSet antennas = where.antennas();
        for (int k = 0; k < antennas.size(); k++) {
            int antenna = antennas.get(k);
            Timeline line = state.antenna(antenna);
            for (int at = line.firstReaching(gap.startS()); at < line.size() && line.startS(at) < gap.endS(); at++) {
                if (!shares(request, antenna, line.owner(at))) {
                    continue;
                }
                Pass other = state.pass(line.owner(at));
                Mount mount = state.model().mounts().get(antenna);
                double widthDeg = Math.min(mount.beamWidthDeg(request), mount.beamWidthDeg(other.request()));
                for (PlanModel.Span beam : state.model().beamTimes().of(antenna, own, other, widthDeg)) {
                    int sinceS = Math.max(beam.startS(), other.botS());
                    int untilS = Math.min(beam.endS(), other.eotS());
                    TieWindows.Window joined = window.and(TieWindows.Window.touching(untilS - 1L, sinceS + 1L));
                    if (sinceS < untilS && joined.isPossible()) {
                        offerTurned(
                                request,
                                where,
                                sinceS > other.botS() ? Math.max(gap.startS(), sinceS) : gap.startS(),
                                untilS < other.eotS() ? Math.min(gap.endS(), untilS) : gap.endS(),
                                leastS,
                                joined);
                    }
                }
            }
        }
    }

    /** Whether the request may be in one beam with an assignment's track, as far as the two themselves say. */
    private boolean shares(PlanRequest request, int antenna, int owner) {
        if (owner == Timeline.NOBODY || state.model().mounts().get(antenna).mspa() == null) {
            return false;
        }
        PlanRequest other = state.request(owner);
        return other.mspa() && !(request.uplink() && other.uplink());
    }

    /**
     * The one gap in which a taken assignment lies when it is not counted itself; it stays as gap 0 until the next call.
     *
     * @param reachS how far before its begin and after its end anyone needs to know
     */
    void around(int assignment, int reachS) {
        PlanRequest request = state.request(assignment);
        PlanOpportunity where = taken(state.opportunity(assignment));
        int botS = state.botS(assignment);
        int eotS = state.eotS(assignment);
        TieWindows.Window window = windows.around(assignment);
        int fromS = Math.max(Math.max(where.startS(), window.fromS()), botS - reachS);
        int untilS = Math.min(Math.min(where.endS(), window.untilS()), eotS + reachS);
        AntennaSet antennas = where.antennas();
        for (int k = 0; k < antennas.size(); k++) {
            Timeline line = state.antenna(antennas.get(k));
            int position = line.position(botS - request.setupS(), assignment);
            if (position > 0) {
                fromS = Math.max(fromS, line.reachS(position - 1) + request.setupS());
            }
            if (position + 1 < line.size()) {
                untilS = Math.min(untilS, line.startS(position + 1) - request.teardownS());
            }
        }
        Timeline mission = state.mission(request.mission());
        int position = mission.position(botS, assignment);
        for (int before = position - 1; before >= 0 && mission.reachS(before) > fromS; before--) {
            if (excludes(request, mission.owner(before))) {
                fromS = Math.max(fromS, mission.endS(before));
            }
        }
        for (int after = position + 1; after < mission.size() && mission.startS(after) < untilS; after++) {
            if (excludes(request, mission.owner(after))) {
                untilS = mission.startS(after);
            }
        }
        gaps = 0;
        if (!where.isPlain()) {
            for (PlanModel.Span free : fit.free(where, Math.min(fromS, botS), Math.max(untilS, eotS), assignment)) {
                if (free.startS() <= botS && free.endS() >= eotS) {
                    fromS = Math.max(fromS, free.startS());
                    untilS = Math.min(untilS, free.endS());
                }
            }
            // Beside others in its beam a track is left as it is.
            fromS = Math.min(botS, fit.earliestBotS(request, where, Math.min(fromS, botS), botS, assignment));
            untilS = Math.max(eotS, fit.latestEotS(request, where, eotS, Math.max(untilS, eotS), assignment));
            if (reachesOver(assignment, where, fromS, untilS)) {
                fromS = botS;
                untilS = eotS;
            }
        }
        add(where, fromS, untilS, window);
    }

    private boolean reachesOver(int assignment, PlanOpportunity where, int fromS, int untilS) {
        return !fit.fits(Pass.of(state.request(assignment), where, fromS, untilS), assignment);
    }

    private boolean excludes(PlanRequest request, int owner) {
        return request.excludes(state.request(owner));
    }

    private static PlanOpportunity taken(@Nullable PlanOpportunity opportunity) {
        if (opportunity == null) {
            throw new IllegalStateException("An assignment without a slot lies in no gap.");
        }
        return opportunity;
    }

    private void add(PlanOpportunity where, int startS, int endS, TieWindows.Window window) {
        if (gaps == gapStartS.length) {
            gapStartS = Arrays.copyOf(gapStartS, 2 * gaps);
            gapEndS = Arrays.copyOf(gapEndS, 2 * gaps);
            gapWhere = Arrays.copyOf(gapWhere, 2 * gaps);
            gapWindow = Arrays.copyOf(gapWindow, 2 * gaps);
        }
        gapStartS[gaps] = startS;
        gapEndS[gaps] = endS;
        gapWhere[gaps] = where;
        gapWindow[gaps] = window;
        gaps++;
    }
}
