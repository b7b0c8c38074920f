package dev.yeoju.service;

import dev.yeoju.model.Schedule;

/** Something that followers of a schedule are told. */
public sealed interface JobEvent {
    /** It came further. */
    record Status(StatusView view) implements JobEvent {}

    /** It got better. */
    record Improvement(Progress progress, Schedule schedule) implements JobEvent {}

    /** It is over. */
    record End(StatusView view) implements JobEvent {}
}
