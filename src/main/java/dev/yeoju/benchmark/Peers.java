package dev.yeoju.benchmark;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import java.util.List;
import java.util.ServiceLoader;

/** The peers of this build. */
public final class Peers {
    /** Every peer that some build has. */
    private static final List<String> KNOWN = List.of("cp-sat");

    private Peers() {}

    /**
     * The peer of a name.
     *
     * @throws InvalidInputException when there is no such peer, or this build has none, with the way to one that has
     */
    public static Peer find(String name) {
        for (Peer peer : ServiceLoader.load(Peer.class, Peers.class.getClassLoader())) {
            if (peer.name().equals(name)) {
                return peer;
            }
        }
        String message = KNOWN.contains(name)
                ? "--peer (" + name
                        + ") is not in this build: OR-Tools comes with the Maven profile peer only. Maybe build"
                        + " with ./mvnw package -Ppeer, and run that jar."
                : "--peer (" + name + ") is no peer. Maybe " + String.join(" or ", KNOWN) + ".";
        throw new InvalidInputException(InvalidInputException.Kind.INVALID, List.of(new Fault("", name, message)));
    }
}
