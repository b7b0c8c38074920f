package dev.yeoju.ephemeris;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orekit.data.DataSource;
import org.orekit.files.ccsds.ndm.ParserBuilder;
import org.orekit.utils.IERSConventions;

/** The text of a CCSDS message or another table, made safe for Orekit's parser, and that parser's complaints made readable. */
final class CcsdsText {
    private static final Pattern DOCTYPE = Pattern.compile("<!\\s*(DOCTYPE|ENTITY)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("line (?:number )?(\\d[\\d,]*)");

    private static final Pattern TIME_SYSTEM = Pattern.compile("TIME_SYSTEM\\s*[=>]\\s*([^\\s<]+)");
    private static final Set<String> TIME_SYSTEMS = Set.of("UTC", "TAI", "TT", "TDB", "GPS", "TCG", "TCB", "UT1");

    private final String name;
    private final String text;

    /** @throws EphemerisException when it is not UTF-8 text, or XML with a document type or entities of its own */
    CcsdsText(EphemerisFile file) {
        this.name = file.name();
        this.text = decode(file);
        if (DOCTYPE.matcher(text).find()) {
            throw new EphemerisException(
                    name,
                    "<!DOCTYPE",
                    "The XML file has a document type or entity declaration (<!DOCTYPE, <!ENTITY), which is refused."
                            + " Maybe delete that declaration: CCSDS messages need none.");
        }
    }

    /** The text itself. */
    String text() {
        return text;
    }

    /** Parsers over the context's own frames and bodies. */
    static ParserBuilder parsers(OrekitContext context) {
        return new ParserBuilder(context.data())
                .withConventions(IERSConventions.IERS_2010)
                .withSimpleEOP(true);
    }

    /** @throws EphemerisException when a TIME_SYSTEM is not one with a known relation to UTC */
    void requireTimeSystem() {
        Matcher matcher = TIME_SYSTEM.matcher(text);
        while (matcher.find()) {
            if (!TIME_SYSTEMS.contains(matcher.group(1).toUpperCase(Locale.ROOT))) {
                long line = text.substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                throw new EphemerisException(
                        name + ":" + line,
                        matcher.group(1),
                        "TIME_SYSTEM (" + matcher.group(1)
                                + ") is not supported. Maybe convert the file to UTC, TAI, TT," + " TDB or GPS.");
            }
        }
    }

    /** The text for Orekit; characters, so that no encoding named in the file can matter. */
    DataSource source() {
        return new DataSource(name, () -> new StringReader(text));
    }

    /** What Orekit's parser threw, as one message of ours. */
    EphemerisException unreadable(String what, RuntimeException cause) {
        String reason = EphemerisException.reason(cause);
        Matcher line = LINE.matcher(reason);
        String where = line.find() ? name + ":" + line.group(1).replace(",", "") : name;
        return new EphemerisException(
                where,
                null,
                "The file is not a readable " + what + " (" + reason
                        + "). Maybe it was cut short or edited; export it again.");
    }

    private static String decode(EphemerisFile file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw notText(file);
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw notText(file);
        }
    }

    private static EphemerisException notText(EphemerisFile file) {
        return new EphemerisException(
                file.name(),
                null,
                "The file is not UTF-8 text. Maybe it is another kind of file, or needs unpacking first.");
    }
}
