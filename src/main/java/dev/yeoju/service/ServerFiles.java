package dev.yeoju.service;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import java.util.ArrayList;
import java.util.List;

/** Keeps posted problems away from the service's file system. */
final class ServerFiles {
    private ServerFiles() {}

    /** @throws InvalidInputException when the problem names files, with a fault for each */
    static void requireNone(Problem problem) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < problem.spacecraft().size(); i++) {
            Spacecraft spacecraft = problem.spacecraft().get(i);
            TrajectorySpec trajectory = spacecraft.trajectory();
            String where = "/spacecraft/" + i + "/trajectory";
            if (trajectory instanceof TrajectorySpec.Delayed delayed) {
                trajectory = delayed.trajectory();
                where += "/trajectory";
            }
            if (trajectory instanceof TrajectorySpec.FromFile source && source.file() != null) {
                faults.add(new Fault(
                        where + "/file",
                        source.file(),
                        "The service reads no files of its own machine: the trajectory's file (" + source.file()
                                + ") of " + spacecraft.id() + " is not available here. Maybe name an ephemeris of the"
                                + " catalogue, or solve it on the command line."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, faults);
        }
    }
}
