package dev.yeoju.service;

import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.EphemerisFile;
import dev.yeoju.ephemeris.EphemerisFiles;
import dev.yeoju.model.TrajectorySpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the files that trajectories name: beside the problem where that is allowed, and uploaded ones and the catalogue's by id. */
final class FileFinder implements EphemerisFiles {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private final ProblemFiles files;

    FileFinder(ProblemFiles files) {
        this.files = files;
    }

    @Override
    public EphemerisFile read(TrajectorySpec.FromFile source) {
        String ephemeris = source.ephemeris();
        if (ephemeris != null) {
            return known(ephemeris);
        }
        String file = source.file();
        if (file == null) {
            throw new EphemerisException("", null, "The trajectory names neither a file nor an ephemeris.");
        }
        return beside(file);
    }

    private EphemerisFile known(String id) {
        Optional<byte[]> upload = files.uploads().apply(id);
        return upload.isPresent() ? new EphemerisFile(id, upload.get()) : catalogue(id);
    }

    private static EphemerisFile catalogue(String id) {
        if (ID.matcher(id).matches()) {
            try (InputStream in = FileFinder.class.getResourceAsStream("/seeds/ephemerides/" + id + ".oem")) {
                if (in != null) {
                    return new EphemerisFile(id, in.readAllBytes());
                }
            } catch (IOException e) {
                throw new EphemerisException(
                        id, id, "The catalogue's ephemeris (" + id + ") cannot be read: " + e.getMessage() + ".");
            }
        }
        throw new EphemerisException(
                "",
                id,
                "There is no ephemeris (" + id
                        + ") in the catalogue. Maybe the id is mistyped, or it was not uploaded.");
    }

    private EphemerisFile beside(String name) {
        Path folder = files.folder();
        if (folder == null) {
            throw new EphemerisException(
                    "",
                    name,
                    "The file (" + name + ") is not available here: the service reads no files of its own machine.");
        }
        try {
            Path path = folder.resolve(name);
            if (Files.isDirectory(path)) {
                throw new EphemerisException("", name, "The file (" + path + ") is a folder. Maybe name a file in it.");
            }
            if (!Files.exists(path)) {
                throw new EphemerisException(
                        "",
                        name,
                        "There is no file (" + path
                                + "). Paths start from the problem's folder; maybe it is mistyped.");
            }
            if (!Files.isReadable(path)) {
                throw new EphemerisException(
                        "", name, "The file (" + path + ") may not be read. Maybe change its permissions.");
            }
            try (InputStream in = Files.newInputStream(path)) {
                // One byte more than allowed shows that there are too many.
                return new EphemerisFile(name, in.readNBytes(EphemerisFile.MAX_BYTES + 1));
            }
        } catch (InvalidPathException e) {
            throw new EphemerisException("", name, "The file's name (" + name + ") is no path on this machine.");
        } catch (IOException e) {
            throw new EphemerisException("", name, "The file (" + name + ") cannot be read: " + e.getMessage() + ".");
        }
    }
}
