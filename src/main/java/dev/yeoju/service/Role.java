package dev.yeoju.service;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
    /** Look, and try out without saving. */
    VIEWER,
    /** Submit, edit, solve and publish. */
    PLANNER,
    /** Administer users and read the audit log. */
    ADMIN
}
