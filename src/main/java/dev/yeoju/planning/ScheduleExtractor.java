package dev.yeoju.planning;

import dev.yeoju.model.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the tracks out of a plan: by request in the instance's order, and in time within each, with ids {@code REQ#1}. */
public final class ScheduleExtractor {
    private ScheduleExtractor() {}

    /** The tracks of every assignment that has a slot. */
    public static List<Track> extract(PassPlan plan) {
        List<Slot> taken = new ArrayList<>();
        for (PassAssignment assignment : plan.assignments()) {
            Slot slot = assignment.getSlot();
            if (slot != null) {
                taken.add(slot);
            }
        }
        return tracks(plan.model(), taken);
    }

    static List<Track> tracks(PlanModel model, List<Slot> taken) {
        List<Slot> ordered = new ArrayList<>(taken);
        ordered.sort(Comparator.comparingInt((Slot slot) -> slot.request().index())
                .thenComparingInt(Slot::botS)
                .thenComparingInt(slot -> slot.opportunity().index()));
        List<Track> tracks = new ArrayList<>(ordered.size());
        int number = 0;
        int lastRequest = -1;
        for (Slot slot : ordered) {
            PlanRequest request = slot.request();
            number = request.index() == lastRequest ? number + 1 : 1;
            lastRequest = request.index();
            tracks.add(new Track(
                    request.id() + "#" + number,
                    request.id(),
                    request.source().spacecraft(),
                    slot.opportunity().option().antennas(),
                    model.instant(slot.botS()).minus(request.source().setup()),
                    model.instant(slot.botS()),
                    model.instant(slot.eotS()),
                    model.instant(slot.eotS()).plus(request.source().teardown()),
                    false));
        }
        return List.copyOf(tracks);
    }
}
