package dev.yeoju.api;

import dev.yeoju.service.EventLog;
import dev.yeoju.service.ServiceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** The open event streams. A slow reader holds up nobody but itself. */
@Component
class EventStreams implements SmartLifecycle {
    static final int MOST_STREAMS = 256;
    private static final long KEEP_ALIVE_S = 15;

    private final JsonMapper json;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(EventStreams::daemon);
    /** Threads come and go with the writing that is to be done: as many as there are streams at most. */
    private final ThreadPoolExecutor writers = new ThreadPoolExecutor(
            0, MOST_STREAMS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), EventStreams::daemon);

    private volatile boolean running;

    EventStreams(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleAtFixedRate(
                () -> open.forEach(EventStream::keepAlive), KEEP_ALIVE_S, KEEP_ALIVE_S, TimeUnit.SECONDS);
    }

    /**
     * A stream of the events after an id.
     *
     * @throws ServiceException BUSY when there are too many already
     */
    SseEmitter open(EventLog log, long afterId) {
        if (open.size() >= MOST_STREAMS) {
            throw new ServiceException(
                    ServiceException.Kind.BUSY,
                    "There are as many event streams open as may be (" + MOST_STREAMS + "). Maybe close some pages.");
        }
        EventStream stream = new EventStream(log, afterId, json, writers, open::remove);
        open.add(stream);
        stream.start();
        return stream.emitter();
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(EventStream::close);
        timer.shutdownNow();
        writers.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the solves have ended and said so, before the server waits for requests to end: these would not. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 512;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "events");
        thread.setDaemon(true);
        return thread;
    }
}
