package dev.yeoju.service;

import dev.yeoju.model.Fault;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.store.EphemerisStore;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Ephemerides that were uploaded. The id of one is its content's SHA-256: the same file is there once. */
@Service
public class EphemerisLibrary {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    /**
     * An uploaded ephemeris.
     *
     * @param id that a problem's trajectory names as {@code ephemeris}
     * @param owner who sent it first
     * @param coverage when it has states
     * @param warnings what a planner should know
     */
    public record Upload(String id, Instant createdAt, String owner, List<Interval> coverage, List<String> warnings) {
        public Upload {
            coverage = List.copyOf(coverage);
            warnings = List.copyOf(warnings);
        }
    }

    /** What an OEM holds. */
    record Content(List<Interval> coverage, List<String> warnings) {
        Content {
            coverage = List.copyOf(coverage);
            warnings = List.copyOf(warnings);
        }
    }

    private final Engine engine;
    private final EphemerisStore store;
    private final StoreRoom room;
    private final AuditLog audit;
    private final InstanceJson json;
    private final InstantSource clock;

    EphemerisLibrary(
            Engine engine,
            EphemerisStore store,
            StoreRoom room,
            AuditLog audit,
            InstanceJson json,
            InstantSource clock) {
        this.engine = engine;
        this.store = store;
        this.room = room;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Whether an ephemeris is named as one that was uploaded, rather than one of the catalogue. */
    static boolean isUpload(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Keeps an OEM, KVN or XML.
     *
     * @throws InvalidInputException when it cannot be used, with the reason
     */
    public Upload save(Caller caller, byte[] content) {
        room.require();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unusable("The file is not UTF-8 text. Maybe it is compressed; send the OEM itself.");
        }
        if (text.indexOf('\0') >= 0) {
            throw unusable("The file holds zero bytes, so it is no text. Maybe it is compressed; send the OEM itself.");
        }
        String id = Hashes.sha256(content);
        Content holds = engine.ephemeris(content);
        EphemerisStore.Entry entry = new EphemerisStore.Entry(
                id, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.name(), json.text(holds));
        if (store.insert(entry, text)) {
            audit.record(caller, "ephemeris.save", id, content.length + " bytes");
        }
        return find(id);
    }

    private static InvalidInputException unusable(String message) {
        return new InvalidInputException(InvalidInputException.Kind.MALFORMED, List.of(new Fault("", null, message)));
    }

    /** @throws ServiceException NOT_FOUND */
    public Upload find(String id) {
        EphemerisStore.Entry entry = store.find(id).orElseThrow(() -> notFound(id));
        Content content = json.value(entry.summary(), Content.class);
        return new Upload(entry.id(), entry.createdAt(), entry.owner(), content.coverage(), content.warnings());
    }

    /**
     * The file as it was sent.
     *
     * @throws ServiceException NOT_FOUND
     */
    public String content(String id) {
        return store.content(id).orElseThrow(() -> notFound(id));
    }

    /** Where the files of posted problems are: here alone. */
    ProblemFiles files() {
        return ProblemFiles.uploaded(id -> store.content(id).map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ServiceException notFound(String id) {
        return new ServiceException(
                ServiceException.Kind.NOT_FOUND, "There is no ephemeris (" + id + "). Maybe upload it first.");
    }
}
