package dev.yeoju.cli;

/** What the program ends with. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** The answer is no, such as an invalid schedule. */
    static final int NO = 1;
    /** Unusable input or options. */
    static final int UNUSABLE = 2;
    /** An error of the program itself. */
    static final int INTERNAL = 3;

    private ExitCode() {}
}
