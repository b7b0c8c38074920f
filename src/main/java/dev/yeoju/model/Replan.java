package dev.yeoju.model;

import java.util.List;

/**
 * Answers to changes: schedules of the changed problem that trade value against changes.
 *
 * @param answers the one by the problem's own change costs first, then alternatives, those with fewer changes before
 *     others; none is as good as another in critical requests, value and changes alike
 * @param standings what the changes left of each published track
 * @param notes what a planner should know of the changes
 */
public record Replan(List<Answer> answers, List<TrackStanding> standings, List<String> notes) {
    public Replan {
        answers = List.copyOf(answers);
        standings = List.copyOf(standings);
        notes = List.copyOf(notes);
    }

    /**
     * One answer.
     *
     * @param instance of the changed problem, the former schedule in it as published
     * @param schedule whose value has the change costs taken off
     * @param worth the value before the change costs are taken off, priority-weighted hours
     * @param changeCost what the changes cost, priority-weighted hours
     * @param costFactor what the change costs were multiplied by in the search for it
     */
    public record Answer(
            ProblemInstance instance,
            Schedule schedule,
            ScheduleDiff diff,
            double worth,
            double changeCost,
            double costFactor) {
        /** The same with more said of its schedule. */
        public Answer with(Schedule stated) {
            return new Answer(instance, stated, diff, worth, changeCost, costFactor);
        }
    }
}
