package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.Service;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of the CCSDS Simple Schedule Format (CCSDS 902.1-B-1) that writer and reader share. */
final class CcsdsVocabulary {
    static final String NAMESPACE = "urn:ccsds:schema:cssm:1.0.0";
    static final String SCHEMA_LOCATION = NAMESPACE + " 902x01b1TC1-SmplSchd.xsd";

    static final String SCHEDULE = "simpleSchedule";
    static final String HEADER = "simpleScheduleHeader";
    static final String PACKAGE = "scheduledPackage";
    static final String ACTIVITY = "scheduledActivity";
    static final String SERVICE_INFO = "serviceInfo";

    static final String COMMITTED = "COMMITTED";
    static final String TENTATIVE = "TENTATIVE";
    static final String UNAVAILABLE = "UNAVAILABLE";

    /** Beyond this distance a spacecraft is in deep space (ITU Radio Regulations, article 1.177). */
    static final double DEEP_SPACE_KM = 2e6;

    /** Day of year and milliseconds: {@code 2026-341T03:00:00.000Z}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_YEAR, 3)
            .appendPattern("'T'HH:mm:ss.SSS'Z'")
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_YEAR, 3)
            .appendPattern("'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private CcsdsVocabulary() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /**
     * Any number of decimals, none included.
     *
     * @throws java.time.DateTimeException when it is no such time
     */
    static Instant parse(String text) {
        return READ.parse(text, Instant::from);
    }

    /** XML 1.0 (section 2.2) cannot carry control characters and lone surrogates, not even escaped: U+FFFD stands for them. */
    static String representable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(
                        c == '\t'
                                        || c == '\n'
                                        || c == '\r'
                                        || (c >= 0x20 && c < Character.MIN_SURROGATE)
                                        || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                                        || c > 0xFFFF
                                ? c
                                : 0xFFFD));
        return safe.toString();
    }

    /** The standard has no radio science: the ground records the carrier alone. */
    static String serviceType(Service service) {
        return service == Service.RADIO_SCIENCE ? "RF-ONLY" : service.name();
    }

    /** @param rangeKm distance of the spacecraft, or null where it is not known, which counts as near the Earth */
    static String frequencyBand(@Nullable Band band, @Nullable Double rangeKm) {
        if (band == null) {
            return "N/A";
        }
        return switch (band) {
            case S, X, KA -> band.label() + (rangeKm != null && rangeKm > DEEP_SPACE_KM ? "-DS" : "-NE");
            default -> band.label();
        };
    }
}
