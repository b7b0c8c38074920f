package dev.yeoju.planning;

import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tracks out of a plan: by request in the instance's order, and in time within each, with ids {@code REQ#1}.
 * Pins stay as they were given, ids included.
 */
public final class ScheduleExtractor {
    private ScheduleExtractor() {}

    /** The tracks of every assignment that has a slot. */
    public static List<Track> extract(PassPlan plan) {
        int movable = plan.assignments().size() - plan.model().pins().size();
        List<Slot> taken = new ArrayList<>();
        for (PassAssignment assignment : plan.assignments().subList(0, movable)) {
            Slot slot = assignment.getSlot();
            if (slot != null) {
                taken.add(slot);
            }
        }
        return tracks(plan.model(), taken);
    }

    /** @param taken the slots of all that is not pinned */
    static List<Track> tracks(PlanModel model, List<Slot> taken) {
        List<Placing> ordered = new ArrayList<>(taken.size() + model.pins().size());
        taken.forEach(slot -> ordered.add(new Placing(slot.request(), slot.botS(), slot, null)));
        model.pins().forEach(pin -> ordered.add(new Placing(pin.request(), pin.botS(), null, pin.source())));
        ordered.sort(
                Comparator.comparingInt((Placing placing) -> placing.request().index())
                        .thenComparingInt(Placing::botS)
                        .thenComparingInt(placing -> placing.slot() == null
                                ? -1
                                : placing.slot().opportunity().index()));
        Set<String> ids = model.pins().stream().map(pin -> pin.source().id()).collect(Collectors.toSet());
        List<Track> tracks = new ArrayList<>(ordered.size());
        int number = 0;
        int lastRequest = -1;
        for (Placing placing : ordered) {
            Slot slot = placing.slot();
            Track pin = placing.pin();
            if (pin != null) {
                tracks.add(asPinned(pin));
            } else if (slot != null) {
                PlanRequest request = placing.request();
                number = request.index() == lastRequest ? number + 1 : 1;
                lastRequest = request.index();
                while (ids.contains(request.id() + "#" + number)) {
                    number++;
                }
                tracks.add(track(model, slot, request.id() + "#" + number));
            }
        }
        return List.copyOf(tracks);
    }

    /** A track to be, of a slot or of a pin. */
    private record Placing(
            PlanRequest request,
            int botS,
            @Nullable Slot slot,
            @Nullable Track pin) {}

    private static Track track(PlanModel model, Slot slot, String id) {
        TrackRequest asked = slot.request().source();
        return new Track(
                id,
                asked.id(),
                asked.spacecraft(),
                slot.opportunity().option().antennas(),
                model.instant(slot.botS()).minus(asked.setup()),
                model.instant(slot.botS()),
                model.instant(slot.eotS()),
                model.instant(slot.eotS()).plus(asked.teardown()),
                false);
    }

    private static Track asPinned(Track pin) {
        return new Track(
                pin.id(),
                pin.request(),
                pin.spacecraft(),
                pin.antennas(),
                pin.boa(),
                pin.bot(),
                pin.eot(),
                pin.eoa(),
                true);
    }
}
