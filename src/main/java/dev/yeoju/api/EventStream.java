package dev.yeoju.api;

import dev.yeoju.service.EventLog;
import dev.yeoju.service.JobEvent;
import dev.yeoju.service.Progress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** One reader of a schedule's events. Events wake it; it writes in a thread of its own what is new by then. */
final class EventStream {
    /** The data of an improvement. */
    record Improvement(
            Progress progress,

            @Schema(ref = FormatSchemas.COMPONENTS + "Schedule")
            RawJson schedule) {}

    private final EventLog log;
    private final JsonMapper json;
    private final Executor writers;
    private final Consumer<EventStream> whenClosed;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Runnable wake = this::wake;
    /** Calls that are not answered yet; who raises it from zero starts the writing. */
    private final AtomicInteger calls = new AtomicInteger();

    private final AtomicBoolean keepAlive = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Touched by the writing thread alone. */
    private long lastId;

    EventStream(EventLog log, long afterId, JsonMapper json, Executor writers, Consumer<EventStream> whenClosed) {
        this.log = log;
        this.lastId = afterId;
        this.json = json;
        this.writers = writers;
        this.whenClosed = whenClosed;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start() {
        emitter.onCompletion(this::close);
        emitter.onError(error -> close());
        log.follow(wake);
        // A comment at once: the reader sees that the stream is open before anything happens.
        keepAlive();
    }

    void keepAlive() {
        keepAlive.set(true);
        wake();
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            log.unfollow();
            whenClosed.accept(this);
            emitter.complete();
        }
    }

    private void wake() {
        if (!closed.get() && calls.getAndIncrement() == 0) {
            try {
                writers.execute(this::write);
            } catch (RejectedExecutionException e) {
                // Too many write at once: this reader comes back and resumes.
                close();
            }
        }
    }

    private void write() {
        try {
            int answered;
            do {
                answered = calls.get();
                if (keepAlive.getAndSet(false)) {
                    emitter.send(SseEmitter.event().comment(" keep-alive"));
                }
                for (EventLog.Entry entry : log.after(lastId)) {
                    send(entry);
                    lastId = entry.id();
                    if (entry.event() instanceof JobEvent.End) {
                        close();
                        return;
                    }
                }
            } while (!calls.compareAndSet(answered, 0));
        } catch (IOException | IllegalStateException e) {
            // The reader has gone; it resumes by the id of its last event if it comes back.
            close();
        }
    }

    private void send(EventLog.Entry entry) throws IOException {
        JobEvent event = entry.event();
        if (event instanceof JobEvent.Improvement improvement) {
            send(
                    entry.id(),
                    "improvement",
                    new Improvement(improvement.progress(), new RawJson(improvement.schedule())));
        } else if (event instanceof JobEvent.End end) {
            send(entry.id(), "end", end.view());
        } else if (event instanceof JobEvent.Status status) {
            send(entry.id(), "status", status.view());
        }
    }

    private void send(long id, String name, Object data) throws IOException {
        // As text: the stream's own converter would break lines where JSON has them.
        emitter.send(SseEmitter.event()
                .id(Long.toString(id))
                .name(name)
                .data(json.writeValueAsString(data), MediaType.TEXT_PLAIN));
    }
}
