package dev.yeoju.store;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What db-scheduler's own interface does not offer of its tables. */
@Repository
public class TaskStore {
    /** The table of tasks that answer changes. */
    public static final String REPLANS = "replan_tasks";

    private final JdbcClient jdbc;
    private final boolean embedded;

    public TaskStore(JdbcClient jdbc, @Value("${yeoju.store.url:}") String url) {
        this.jdbc = jdbc;
        this.embedded = url.isEmpty();
    }

    /** Gives back every task that is taken, where no other process can be the one that has taken it. */
    public void releaseIfAlone() {
        if (embedded) {
            for (String table : List.of("scheduled_tasks", REPLANS)) {
                jdbc.sql("update " + table + " set picked = false, picked_by = null, last_heartbeat = null,"
                                + " version = version + 1 where picked = true")
                        .update();
            }
        }
    }
}
