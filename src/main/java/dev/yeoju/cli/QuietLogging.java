package dev.yeoju.cli;

/** Keeps the libraries' log lines out of a command's messages: warnings and worse alone, on standard error. */
final class QuietLogging {
    private QuietLogging() {}

    /** Must come before anything is logged. */
    static void on() {
        System.setProperty("logback.configurationFile", "command-logging.xml");
    }
}
