package dev.yeoju.service;

import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.StoredProgress;
import dev.yeoju.store.StoredSchedule;
import org.springframework.stereotype.Component;

/** Makes what is said of a schedule out of what the store has of it. */
@Component
class StatusViews {
    private final ProblemTextStore problems;
    private final InstanceJson json;

    StatusViews(ProblemTextStore problems, InstanceJson json) {
        this.problems = problems;
        this.json = json;
    }

    StatusView of(StoredSchedule stored) {
        return of(stored, problems.warnings(stored.id(), stored.variant()).orElse("[]"));
    }

    /** @param warnings a JSON array */
    StatusView of(StoredSchedule stored, String warnings) {
        return new StatusView(
                stored.id(),
                JobStatus.valueOf(stored.status()),
                stored.createdAt(),
                stored.startedAt(),
                stored.finishedAt(),
                stored.error(),
                stored.solve().timeLimit(),
                progress(stored.progress()),
                json.strings(warnings),
                stored.owner(),
                stored.head(),
                stored.published());
    }

    static Progress progress(StoredProgress progress) {
        return new Progress(
                progress.elapsedS(),
                progress.fraction(),
                progress.steps(),
                progress.value(),
                progress.bound(),
                progress.gapPercent());
    }

    static StoredProgress stored(Progress progress) {
        return new StoredProgress(
                progress.elapsedS(),
                progress.fraction(),
                progress.steps(),
                progress.value(),
                progress.bound(),
                progress.gapPercent());
    }
}
