package dev.yeoju.service;

import dev.yeoju.model.PassEdit;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.StoredSchedule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Planners' edits: each makes the next revision, or is only tried out. */
@Service
public class ScheduleEdits {
    private final VisibleSchedules visible;
    private final Workspaces workspaces;
    private final Commits commits;
    private final InstanceJson json;

    ScheduleEdits(VisibleSchedules visible, Workspaces workspaces, Commits commits, InstanceJson json) {
        this.visible = visible;
        this.workspaces = workspaces;
        this.commits = commits;
        this.json = json;
    }

    /**
     * Scores edits without saving them.
     *
     * @throws dev.yeoju.model.InvalidInputException when they make no sense in this problem
     * @throws ServiceException NOT_FOUND; CONFLICT while there is no schedule
     */
    public EditOutcome tryOut(Caller caller, String id, List<PassEdit> edits) {
        Workspaces.Workspace workspace = workspaces.of(visible.find(caller, id));
        return outcome(workspace, edits).outcome();
    }

    /**
     * Saves edits as the next revision.
     *
     * @param version that the caller has seen; an edit of another one is refused, so that none is lost
     * @param reason for the revision's record, or null for a description of the edits
     * @throws dev.yeoju.model.InvalidInputException when they make no sense in this problem
     * @throws ServiceException NOT_FOUND; UNCONDITIONAL without a version; STALE with what changed since; CONFLICT while
     *     it is being solved
     */
    public EditOutcome save(
            Caller caller, String id, List<PassEdit> edits, @Nullable String version, @Nullable String reason) {
        StoredSchedule seen = visible.find(caller, id);
        commits.requireEditable(seen, version);
        requirePasses(seen, edits);
        Workspaces.Workspace workspace = workspaces.of(seen);
        Edited edited = outcome(workspace, edits);
        StoredSchedule now = commits.commit(
                caller,
                seen,
                new Commits.Change(
                        RevisionKind.EDIT,
                        reason == null ? described(edits) : reason,
                        seen.variant(),
                        seen.proof(),
                        edited.schedule(),
                        edited.outcome().schedule()));
        return edited.outcome().saved(now.head(), ScheduleViews.version(now));
    }

    /** A pass that a single edit is about and that is not there is no fault of the body but of the address. */
    private void requirePasses(StoredSchedule seen, List<PassEdit> edits) {
        if (edits.size() != 1 || seen.head() == 0) {
            return;
        }
        PassEdit edit = edits.get(0);
        String pass = edit instanceof PassEdit.Change change
                ? change.pass()
                : edit instanceof PassEdit.Remove remove ? remove.pass() : null;
        if (pass != null
                && workspaces.revision(seen.id(), seen.head()).tracks().stream()
                        .noneMatch(track -> track.id().equals(pass))) {
            throw new ServiceException(
                    ServiceException.Kind.NOT_FOUND,
                    "There is no pass (" + pass + ") in revision " + seen.head()
                            + " of this schedule. Maybe it was taken out.");
        }
    }

    private record Edited(Schedule schedule, EditOutcome outcome) {}

    private Edited outcome(Workspaces.Workspace workspace, List<PassEdit> edits) {
        PassEdits applied =
                new PassEdits(workspace.instance(), workspace.schedule().tracks());
        Schedule after = workspace.with(applied.apply(edits));
        return new Edited(after, EditOutcome.of(workspace.schedule(), after, applied.last(), json.schedule(after)));
    }

    private static String described(List<PassEdit> edits) {
        if (edits.size() != 1) {
            return edits.size() + " edits";
        }
        PassEdit edit = edits.get(0);
        if (edit instanceof PassEdit.Add add) {
            return "added a pass of " + add.request();
        }
        if (edit instanceof PassEdit.Remove remove) {
            return "took out " + remove.pass();
        }
        PassEdit.Change change = (PassEdit.Change) edit;
        boolean moved = change.antennas() != null || change.bot() != null || change.eot() != null;
        String pinned = change.pinned() == null ? "" : change.pinned() ? "pinned" : "unpinned";
        return (moved ? "moved" + (pinned.isEmpty() ? "" : " and " + pinned) : pinned) + " " + change.pass();
    }
}
