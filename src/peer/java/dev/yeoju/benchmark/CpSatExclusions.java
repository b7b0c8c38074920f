package dev.yeoju.benchmark;

import com.google.ortools.sat.IntervalVar;
import dev.yeoju.benchmark.CpSatModel.Slot;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A spacecraft, or a mission where a request asks so, is not tracked twice at once. */
final class CpSatExclusions {
    private final CpSatModel plan;

    CpSatExclusions(CpSatModel plan) {
        this.plan = plan;
    }

    void add() {
        Map<String, List<Slot>> groups = new TreeMap<>();
        Map<String, Boolean> wholeMission = new TreeMap<>();
        plan.demands
                .values()
                .forEach(demand -> wholeMission.merge(
                        plan.mission(demand.request()),
                        demand.request().exclusive() == Exclusive.MISSION,
                        Boolean::logicalOr));
        plan.demands.values().forEach(demand -> {
            String mission = plan.mission(demand.request());
            String key = Boolean.TRUE.equals(wholeMission.get(mission))
                    ? mission
                    : mission + "\n" + demand.request().spacecraft();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).addAll(demand.slots());
        });
        groups.values().forEach(this::group);
    }

    /** Slots that conflict with all others share one constraint; each of the rest joins them, and its own pairs. */
    private void group(List<Slot> slots) {
        List<Slot> strict = new ArrayList<>();
        List<Slot> loose = new ArrayList<>();
        for (Slot slot : slots) {
            boolean all = slots.stream().allMatch(other -> other == slot || conflict(slot, other));
            (all ? strict : loose).add(slot);
        }
        noOverlap(strict);
        for (int i = 0; i < loose.size(); i++) {
            List<Slot> joined = new ArrayList<>(strict);
            joined.add(loose.get(i));
            noOverlap(joined);
            for (Slot other : loose.subList(i + 1, loose.size())) {
                if (conflict(loose.get(i), other)) {
                    noOverlap(List.of(loose.get(i), other));
                }
            }
        }
    }

    private void noOverlap(List<Slot> slots) {
        if (slots.size() > 1) {
            List<IntervalVar> intervals =
                    slots.stream().flatMap(slot -> slot.intervals().stream()).toList();
            plan.model.addNoOverlap(intervals);
        }
    }

    private static boolean conflict(Slot one, Slot two) {
        TrackRequest first = one.request();
        TrackRequest second = two.request();
        if (together(first, second) || together(second, first)) {
            return false;
        }
        if (first.exclusive() == Exclusive.MISSION || second.exclusive() == Exclusive.MISSION) {
            return true;
        }
        boolean asked = first.exclusive() != Exclusive.NONE || second.exclusive() != Exclusive.NONE;
        return asked && first.spacecraft().equals(second.spacecraft());
    }

    private static boolean together(TrackRequest request, TrackRequest other) {
        return request.ties().stream()
                .anyMatch(tie -> tie.request().equals(other.id())
                        && (tie.type() == Tie.Type.OVERLAP || tie.type() == Tie.Type.SIMULTANEOUS));
    }
}
