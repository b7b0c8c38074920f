package dev.yeoju.service;

import dev.yeoju.model.Change;
import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.store.EphemerisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges problems that come from outside beyond what makes them problems: whose they are, and what they refer to. */
@Component
class Submissions {
    private final EphemerisStore ephemerides;
    private final StoreRoom room;

    Submissions(EphemerisStore ephemerides, StoreRoom room) {
        this.ephemerides = ephemerides;
        this.room = room;
    }

    /** @throws ServiceException FULL */
    void requireRoom() {
        room.require();
    }

    /** The missions that a problem is about. */
    static Set<String> missions(Problem problem) {
        Set<String> missions = new TreeSet<>();
        problem.spacecraft().forEach(spacecraft -> missions.add(spacecraft.mission()));
        return missions;
    }

    /**
     * Keeps changes away from the service's file system.
     *
     * @throws InvalidInputException with a fault for each file and each unknown ephemeris
     */
    void requireUsable(List<Change> changes) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof Change.Ephemeris ephemeris) {
                check("/changes/" + i + "/trajectory/", ephemeris.trajectory(), ephemeris.spacecraft(), faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, faults);
        }
    }

    /** @param place pointer of the trajectory, ending in a slash */
    private void check(String place, @Nullable TrajectorySpec given, String spacecraft, List<Fault> faults) {
        TrajectorySpec trajectory = given;
        String pointer = place;
        if (trajectory instanceof TrajectorySpec.Delayed delayed) {
            trajectory = delayed.trajectory();
            pointer += "trajectory/";
        }
        if (!(trajectory instanceof TrajectorySpec.FromFile source)) {
            return;
        }
        if (source.file() != null) {
            faults.add(new Fault(
                    pointer + "file",
                    source.file(),
                    "The service reads no files of its own machine: the trajectory's file (" + source.file() + ") of "
                            + spacecraft + " is not available here. Maybe upload it (POST /api/v1/ephemerides) and"
                            + " name it by ephemeris, or name one of the catalogue."));
            return;
        }
        String ephemeris = source.ephemeris();
        if (ephemeris != null
                && EphemerisLibrary.isUpload(ephemeris)
                && ephemerides.find(ephemeris).isEmpty()) {
            faults.add(new Fault(
                    pointer + "ephemeris",
                    ephemeris,
                    "There is no ephemeris (" + ephemeris + ") here for " + spacecraft
                            + ". Maybe upload it first: POST /api/v1/ephemerides."));
        }
    }

    /**
     * Keeps problems away from the service's file system, and from missions that the caller is not bound to.
     *
     * @throws InvalidInputException with a fault for each file and each unknown ephemeris
     * @throws ServiceException FORBIDDEN when it is about other missions than the caller's
     */
    void requireUsable(Caller caller, Problem problem) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < problem.spacecraft().size(); i++) {
            Spacecraft spacecraft = problem.spacecraft().get(i);
            check("/spacecraft/" + i + "/trajectory/", spacecraft.trajectory(), spacecraft.id(), faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, faults);
        }
        if (caller.isBound() && !caller.sees(missions(problem))) {
            Set<String> others = new TreeSet<>(missions(problem));
            others.removeAll(caller.missions());
            throw new ServiceException(
                    ServiceException.Kind.FORBIDDEN,
                    "The problem is about missions (" + String.join(", ", others)
                            + ") that you are not bound to. Maybe leave them out, or ask an administrator.");
        }
    }
}
