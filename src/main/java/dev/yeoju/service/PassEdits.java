package dev.yeoju.service;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.PassEdit;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does planners' edits. What breaks a rule is done all the same: planners are warned, not blocked. */
final class PassEdits {
    private final Map<String, TrackRequest> requests;
    private final Set<String> antennas;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Track last;

    PassEdits(ProblemInstance instance, List<Track> tracks) {
        this.requests = instance.requestsById();
        this.antennas = instance.antennasById().keySet();
        tracks.forEach(track -> this.tracks.put(track.id(), track));
    }

    /** @throws InvalidInputException INVALID with every edit that makes no sense in this problem */
    List<Track> apply(List<PassEdit> edits) {
        for (int i = 0; i < edits.size(); i++) {
            String pointer = edits.size() == 1 ? "" : "/edits/" + i;
            PassEdit edit = edits.get(i);
            if (edit instanceof PassEdit.Add add) {
                add(pointer, add);
            } else if (edit instanceof PassEdit.Change change) {
                change(pointer, change);
            } else if (edit instanceof PassEdit.Remove remove) {
                remove(pointer, remove);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, faults);
        }
        return List.copyOf(tracks.values());
    }

    /** The pass that the last edit made or changed; null where it took one out. */
    @Nullable
    Track last() {
        return last;
    }

    private void add(String pointer, PassEdit.Add add) {
        TrackRequest request = requests.get(add.request());
        if (request == null) {
            fault(pointer + "/request", add.request(), "request (%s) is no request of this problem after expansion.");
            return;
        }
        if (known(pointer, add.antennas())) {
            put(track(freeId(request.id()), request, add.antennas(), add.bot(), add.eot(), add.pinned()));
        }
    }

    private String freeId(String request) {
        Set<String> taken = new HashSet<>(tracks.keySet());
        int number = 1;
        while (taken.contains(request + "#" + number)) {
            number++;
        }
        return request + "#" + number;
    }

    private void change(String pointer, PassEdit.Change change) {
        Track old = tracks.get(change.pass());
        if (old == null) {
            noPass(pointer, change.pass());
            return;
        }
        List<String> to = change.antennas() == null ? old.antennas() : change.antennas();
        Instant bot = change.bot() == null ? old.bot() : change.bot();
        Instant eot = change.eot() == null ? old.eot() : change.eot();
        boolean pinned = change.pinned() == null ? old.pinned() : change.pinned();
        if (!eot.isAfter(bot)) {
            fault(
                    pointer + "/eot",
                    eot.toString(),
                    "eot (%s) is not after bot (" + bot + "). Maybe give both: a pass is [bot, eot).");
            return;
        }
        if (!known(pointer, to)) {
            return;
        }
        TrackRequest request = requests.get(old.request());
        boolean moved = !to.equals(old.antennas()) || !bot.equals(old.bot()) || !eot.equals(old.eot());
        if (moved && request != null) {
            put(track(old.id(), request, to, bot, eot, pinned));
        } else {
            // Pinning alone leaves the times as they are, setup and teardown included.
            put(new Track(
                    old.id(),
                    old.request(),
                    old.spacecraft(),
                    old.antennas(),
                    old.boa(),
                    old.bot(),
                    old.eot(),
                    old.eoa(),
                    pinned));
        }
    }

    private void remove(String pointer, PassEdit.Remove remove) {
        last = null;
        if (tracks.remove(remove.pass()) == null) {
            noPass(pointer, remove.pass());
        }
    }

    private void put(Track track) {
        tracks.put(track.id(), track);
        last = track;
    }

    private static Track track(
            String id, TrackRequest request, List<String> antennas, Instant bot, Instant eot, boolean pinned) {
        return new Track(
                id,
                request.id(),
                request.spacecraft(),
                antennas,
                bot.minus(request.setup()),
                bot,
                eot,
                eot.plus(request.teardown()),
                pinned);
    }

    private boolean known(String pointer, List<String> named) {
        boolean all = true;
        for (int i = 0; i < named.size(); i++) {
            if (!antennas.contains(named.get(i))) {
                all = false;
                fault(
                        pointer + "/antennas/" + i,
                        named.get(i),
                        "antenna (%s) is no antenna of this problem. Maybe one of "
                                + String.join(", ", antennas.stream().sorted().toList()) + ".");
            }
        }
        return all;
    }

    private void noPass(String pointer, String pass) {
        fault(pointer + "/pass", pass, "pass (%s) is not in this schedule. Maybe it was taken out.");
    }

    private void fault(String pointer, String value, String message) {
        faults.add(new Fault(pointer, value, message.replace("%s", value)));
    }
}
