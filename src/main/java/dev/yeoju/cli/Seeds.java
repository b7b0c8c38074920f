package dev.yeoju.cli;

import java.util.List;

/** Seeds of runs, ascending. */
record Seeds(List<Long> all) {
    Seeds {
        all = List.copyOf(all);
    }
}
