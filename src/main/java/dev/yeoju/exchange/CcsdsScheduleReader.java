package dev.yeoju.exchange;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * CCSDS Simple Schedule (CCSDS 902.1-B-1) XML -> tracks of a problem. COMMITTED activities are pinned, TENTATIVE ones are
 * not, others are no tracks. Activities of one package with the same times and ids that end in {@code @} and the antenna
 * are one array's. Elements that it does not know are passed over. No DTD and no entity of the file's own is read.
 */
public final class CcsdsScheduleReader {
    /** Before the antenna in the id of an array's activity. */
    static final String MEMBER = "@";

    private static final int MOST_ACTIVITIES = 400_000;
    private static final int DEEPEST = 32;
    private static final Set<String> STATUSES =
            Set.of(CcsdsVocabulary.COMMITTED, CcsdsVocabulary.TENTATIVE, CcsdsVocabulary.UNAVAILABLE, "AVAILABLE");

    private record Part(String id, String antenna, Instant boa, Instant bot, Instant eot, Instant eoa, boolean pinned) {
        /** The track's id: what all of an array's parts have in common. */
        String trackId() {
            return id.endsWith(MEMBER + antenna) ? id.substring(0, id.length() - antenna.length() - 1) : id;
        }
    }

    private final ProblemInstance instance;
    private final Map<String, TrackRequest> requests;
    private final Set<String> antennas;
    private final Faults faults = new Faults();
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private @Nullable TrackRequest request;
    private int activities;

    private CcsdsScheduleReader(ProblemInstance instance) {
        this.instance = instance;
        requests = instance.requestsById();
        antennas = instance.antennasById().keySet();
    }

    /**
     * Reads the tracks, in the file's order. Whether they keep the rules is the checker's business.
     *
     * @throws InvalidInputException MALFORMED when it is not such XML; INVALID, with every fault, when it names what the
     *     problem does not have or times that cannot be
     */
    public static List<Track> read(byte[] xml, ProblemInstance instance) {
        return new CcsdsScheduleReader(instance).read(xml);
    }

    private List<Track> read(byte[] bytes) {
        if (bytes.length > Limits.BODY_BYTES) {
            throw malformed("", "The file is larger than 64 MiB. Maybe split it by time.");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text(bytes)));
            try {
                walk(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw malformed(
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber(),
                    "The file is no well-formed XML. Maybe it is cut off, or not a CCSDS Simple Schedule.");
        }
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return List.copyOf(tracks.values());
    }

    /** Decoded here, since the parser prints to standard error what it cannot decode. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("", "The file is not UTF-8. Maybe store it again in that encoding.");
        }
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        boolean rootSeen = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw malformed(line(xml), "The file has a DOCTYPE, which is not taken. Maybe remove that line.");
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw malformed(
                        line(xml),
                        "The file uses an entity of its own (" + xml.getLocalName()
                                + "), which is not taken. Maybe write what it stands for.");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (isOurs(xml, CcsdsVocabulary.PACKAGE)) {
                    request = null;
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw malformed(
                            line(xml), "Elements are nested deeper than " + DEEPEST + ". Maybe it is another format.");
                }
                if (!rootSeen && !isOurs(xml, CcsdsVocabulary.SCHEDULE)) {
                    throw malformed(
                            line(xml),
                            "The first element is (" + xml.getLocalName() + "), not simpleSchedule of "
                                    + CcsdsVocabulary.NAMESPACE
                                    + ". Maybe it is another format.");
                }
                rootSeen = true;
                element(xml);
            }
        }
    }

    private void element(XMLStreamReader xml) {
        if (isOurs(xml, CcsdsVocabulary.PACKAGE)) {
            startPackage(xml);
        } else if (isOurs(xml, CcsdsVocabulary.ACTIVITY)) {
            if (++activities > MOST_ACTIVITIES) {
                throw malformed(
                        line(xml), "There are more than " + MOST_ACTIVITIES + " activities. Maybe split it by time.");
            }
            activity(xml);
        }
    }

    private void startPackage(XMLStreamReader xml) {
        String origin = xml.getAttributeValue(null, "originatingRequestId");
        String id = origin == null ? xml.getAttributeValue(null, "scheduledPackageId") : origin;
        request = id == null ? null : requests.get(id);
    }

    private void activity(XMLStreamReader xml) {
        String status = text(xml, "activityStatus");
        if (status == null) {
            return;
        }
        if (!STATUSES.contains(status)) {
            fault(xml, "activityStatus", status, "is none of COMMITTED, TENTATIVE, AVAILABLE, UNAVAILABLE");
            return;
        }
        if (!status.equals(CcsdsVocabulary.COMMITTED) && !status.equals(CcsdsVocabulary.TENTATIVE)) {
            return;
        }
        String id = text(xml, "scheduledActivityId");
        String antenna = text(xml, "apertureRef");
        if (antenna != null && !antennas.contains(antenna)) {
            fault(xml, "apertureRef", antenna, "is no antenna of the problem. Maybe one of " + some(antennas));
            antenna = null;
        }
        if (request == null) {
            faults.add(
                    line(xml),
                    id,
                    "The activity (" + id
                            + ") stands in no package whose originatingRequestId or scheduledPackageId is a request of the"
                            + " problem. Maybe the schedule belongs to another problem than "
                            + instance.problem().name() + ".");
        }
        Instant bot = instant(xml, "beginningOfTrack", true);
        Instant eot = instant(xml, "endOfTrack", true);
        Instant boa = instant(xml, "beginningOfActivity", false);
        Instant eoa = instant(xml, "endOfActivity", false);
        if (id == null || antenna == null || bot == null || eot == null || request == null) {
            return;
        }
        add(
                xml,
                new Part(
                        id,
                        antenna,
                        boa == null ? bot : boa,
                        bot,
                        eot,
                        eoa == null ? eot : eoa,
                        status.equals(CcsdsVocabulary.COMMITTED)),
                request);
    }

    private void add(XMLStreamReader xml, Part part, TrackRequest served) {
        if (part.bot().isBefore(part.boa())
                || !part.eot().isAfter(part.bot())
                || part.eoa().isBefore(part.eot())) {
            fault(
                    xml,
                    "beginningOfTrack",
                    CcsdsVocabulary.time(part.bot()),
                    "is out of order with the activity's other times. Maybe they are swapped: beginningOfActivity ≤"
                            + " beginningOfTrack < endOfTrack ≤ endOfActivity");
            return;
        }
        Track known = tracks.get(part.trackId());
        if (known == null) {
            tracks.put(
                    part.trackId(),
                    new Track(
                            part.trackId(),
                            served.id(),
                            served.spacecraft(),
                            List.of(part.antenna()),
                            part.boa(),
                            part.bot(),
                            part.eot(),
                            part.eoa(),
                            part.pinned()));
            return;
        }
        boolean sameArray = !part.trackId().equals(part.id())
                && known.request().equals(served.id())
                && known.bot().equals(part.bot())
                && known.eot().equals(part.eot())
                && known.boa().equals(part.boa())
                && known.eoa().equals(part.eoa())
                && known.pinned() == part.pinned()
                && !known.antennas().contains(part.antenna());
        if (!sameArray) {
            fault(
                    xml,
                    "scheduledActivityId",
                    part.id(),
                    "stands twice, and not as another antenna of one array at the same times. Maybe rename one of them");
            return;
        }
        List<String> members = new ArrayList<>(known.antennas());
        members.add(part.antenna());
        tracks.put(
                known.id(),
                new Track(
                        known.id(),
                        known.request(),
                        known.spacecraft(),
                        members,
                        known.boa(),
                        known.bot(),
                        known.eot(),
                        known.eoa(),
                        known.pinned()));
    }

    private @Nullable String text(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            faults.add(line(xml), null, name + " is missing in an activity. Maybe add the attribute.");
            return null;
        }
        if (value.isEmpty() || value.length() > Limits.NAME_LENGTH) {
            fault(xml, name, value, "is empty or longer than " + Limits.NAME_LENGTH + " characters");
            return null;
        }
        return value;
    }

    private @Nullable Instant instant(XMLStreamReader xml, String name, boolean required) {
        if (!required && xml.getAttributeValue(null, name) == null) {
            return null;
        }
        String value = text(xml, name);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = CcsdsVocabulary.parse(value);
            if (instant.isBefore(Limits.EARLIEST) || !instant.isBefore(Limits.LATEST)) {
                fault(xml, name, value, "lies outside the years 1957 to 2199. Maybe correct the year");
                return null;
            }
            if (instant.getNano() != 0) {
                fault(xml, name, value, "is no whole second. Maybe round it: plans are made to the second");
                return null;
            }
            return instant;
        } catch (DateTimeException e) {
            fault(xml, name, value, "is no time of the form 2026-341T03:00:00.000Z. Maybe correct it");
            return null;
        }
    }

    private void fault(XMLStreamReader xml, String name, String value, String rest) {
        String shown = value.length() <= 100 ? value : value.substring(0, 100) + "…";
        faults.add(line(xml), shown, name + " (" + shown + ") " + rest + ".");
    }

    private static String some(Set<String> names) {
        List<String> sorted = names.stream().sorted().limit(8).toList();
        return String.join(", ", sorted) + (names.size() > sorted.size() ? " …" : "");
    }

    private static boolean isOurs(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name) && CcsdsVocabulary.NAMESPACE.equals(xml.getNamespaceURI());
    }

    private static String line(XMLStreamReader xml) {
        return "line " + xml.getLocation().getLineNumber();
    }

    private static InvalidInputException malformed(String pointer, String message) {
        return new InvalidInputException(
                InvalidInputException.Kind.MALFORMED, List.of(new Fault(pointer, null, message)));
    }
}
