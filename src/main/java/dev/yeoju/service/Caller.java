package dev.yeoju.service;

import java.util.Collection;
import java.util.Set;

/**
 * On whose behalf something is done.
 *
 * @param name of the user
 * @param missions that the user is bound to: only what is about none but these is seen and submitted; empty is no bound
 */
public record Caller(String name, Role role, Set<String> missions) {
    /** Whoever sits at this machine, where nobody is asked who it is. */
    public static final Caller LOCAL = new Caller("local", Role.ADMIN, Set.of());

    /** The program itself. */
    static final Caller SELF = new Caller("yeoju", Role.ADMIN, Set.of());

    public Caller {
        missions = Set.copyOf(missions);
    }

    /** The same, who may read and nothing more. */
    public Caller reading() {
        return new Caller(name, Role.VIEWER, missions);
    }

    public boolean isBound() {
        return !missions.isEmpty();
    }

    /** Whether something about these missions may be seen. Who is bound sees nothing of which the missions are not known. */
    public boolean sees(Collection<String> about) {
        return missions.isEmpty() || (!about.isEmpty() && missions.containsAll(about));
    }
}
