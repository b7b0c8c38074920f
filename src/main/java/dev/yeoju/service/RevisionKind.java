package dev.yeoju.service;

/** What made a revision. */
public enum RevisionKind {
    /** A solve. */
    SOLVE,
    /** A planner's edit. */
    EDIT,
    /** An older revision, made the present one again. */
    RESTORE,
    /** A proposal of replanning that was accepted. */
    REPLAN
}
