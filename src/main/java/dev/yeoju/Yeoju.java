package dev.yeoju;

import dev.yeoju.cli.Cli;

/** The program: the service with its page, and the commands. */
public final class Yeoju {
    private Yeoju() {}

    public static void main(String[] args) {
        Cli.main(args);
    }
}
