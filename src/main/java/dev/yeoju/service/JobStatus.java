package dev.yeoju.service;

/** How far a schedule's solve is. */
public enum JobStatus {
    /** Waiting for its turn. */
    QUEUED,
    /** Trajectories and view periods are being computed. */
    VISIBILITY,
    /** The search runs. */
    SOLVING,
    /** The search ended by itself. */
    SOLVED,
    /** It was stopped; the best schedule until then is kept. */
    STOPPED,
    /** It could not be done; the error says why. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean isTerminal() {
        return this == SOLVED || this == STOPPED || this == FAILED;
    }
}
