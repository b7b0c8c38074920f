package dev.yeoju.cli;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.CcsdsScheduleReader;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.SatNet;
import dev.yeoju.exchange.SatNetDowntime;
import dev.yeoju.exchange.SatNetRequest;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.service.BenchmarkFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the files that a command is given; what is wrong with them is said with their name. */
final class InputFile {
    private InputFile() {}

    static Problem problem(Path path) {
        return parse(path, bytes -> ProblemReader.read(bytes, Catalogue.bundled()));
    }

    static Schedule schedule(Path path) {
        return parse(path, ScheduleJson::read);
    }

    /** The tracks of a CCSDS Simple Schedule for a problem. */
    static List<Track> ccsdsTracks(Path path, ProblemInstance instance) {
        return parse(path, bytes -> CcsdsScheduleReader.read(bytes, instance));
    }

    /** What a reader makes of a file. */
    static <T> T read(Path path, Function<byte[], T> reader) {
        return parse(path, reader);
    }

    /** Does work on a file's content; faults found in it are said with the file's name. */
    static <T> T naming(Path path, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInputException e) {
            throw new CommandException(
                    ExitCode.UNUSABLE,
                    e.faults().stream().map(fault -> path + ": " + fault).toList());
        }
    }

    static BenchmarkFiles.Report report(Path path) {
        return parse(path, BenchmarkFiles::read);
    }

    /** SatNet's requests. */
    static List<SatNetRequest> satNetRequests(Path path) {
        return parse(path, SatNet::requests);
    }

    /** SatNet's downtimes. */
    static List<SatNetDowntime> satNetMaintenance(Path path) {
        return parse(path, SatNet::maintenance);
    }

    /** Reads one of several files; what is wrong with it is added to the lines, so that all can be said at once. */
    static <T> Optional<T> collecting(List<String> lines, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (CommandException e) {
            lines.addAll(e.lines());
            return Optional.empty();
        }
    }

    private static <T> T parse(Path path, Function<byte[], T> parser) {
        byte[] bytes = bytes(path);
        return naming(path, () -> parser.apply(bytes));
    }

    private static byte[] bytes(Path path) {
        if (Files.isDirectory(path)) {
            throw CommandException.unusable(path + " is a folder. Maybe name a file in it.");
        }
        if (!Files.exists(path)) {
            throw CommandException.unusable("There is no file (" + path + "). Maybe the path is mistyped.");
        }
        if (!Files.isReadable(path)) {
            throw CommandException.unusable(path + " may not be read. Maybe change its permissions.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            // One byte more than allowed shows that there are too many, whatever the file system says of its size.
            return in.readNBytes(ProblemReader.MAX_BYTES + 1);
        } catch (IOException e) {
            throw CommandException.unusable(path + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
