package dev.yeoju.service;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** This process among those that share a store, and what it does for them. */
@Component
public final class NodeIdentity {
    /** What a node does. */
    public enum NodeRole {
        /** Answers requests and solves. */
        ALL,
        /** Answers requests. */
        API,
        /** Solves. */
        WORKER
    }

    private final String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final NodeRole role;

    NodeIdentity(@Value("${yeoju.role}") NodeRole role) {
        this.role = role;
    }

    /** Unique to this process. */
    String name() {
        return name;
    }

    public boolean answers() {
        return role != NodeRole.WORKER;
    }

    public boolean solves() {
        return role != NodeRole.API;
    }
}
