package dev.yeoju.ephemeris;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.orekit.bodies.JPLEphemeridesLoader;
import org.orekit.data.DataLoader;
import org.orekit.data.DataProvider;
import org.orekit.data.DataProvidersManager;
import org.orekit.data.DirectoryCrawler;
import org.orekit.data.ZipJarCrawler;

/** A planner's orekit-data, a folder or a zip file, and what kinds of data its file names promise. */
final class DataFolder {
    private static final Pattern PLANETS = Pattern.compile("(" + JPLEphemeridesLoader.DEFAULT_DE_SUPPORTED_NAMES + ")|("
            + JPLEphemeridesLoader.DEFAULT_DE_2021_SUPPORTED_NAMES + ")|("
            + JPLEphemeridesLoader.DEFAULT_INPOP_SUPPORTED_NAMES + ")");
    private static final Pattern LEAP_SECONDS = Pattern.compile("tai-utc\\.dat|UTC-TAI\\.history|LeapSecond\\.dat");

    private final DataProvider provider;
    private final List<String> names;

    /** @throws EphemerisException when there is no such folder or zip file */
    DataFolder(Path path) {
        this.provider = provider(path);
        this.names = names(provider);
    }

    /** A provider that has no files: without any, Orekit would look at the system property orekit.data.path. */
    static DataProvider nothing() {
        return (supported, visitor, manager) -> false;
    }

    static EphemerisException unusable(Path path, String why) {
        return new EphemerisException(
                "orekit-data",
                path.toString(),
                "The orekit-data folder (" + path + ") cannot be used: " + why
                        + ". Maybe give the folder unpacked from orekit-data, or leave the option out to use the"
                        + " built-in data.");
    }

    DataProvider provider() {
        return provider;
    }

    boolean holdsPlanets() {
        return names.stream().anyMatch(name -> PLANETS.matcher(name).matches());
    }

    boolean holdsLeapSeconds() {
        return names.stream().anyMatch(name -> LEAP_SECONDS.matcher(name).matches());
    }

    private static DataProvider provider(Path path) {
        if (Files.isDirectory(path)) {
            return new DirectoryCrawler(path.toFile());
        }
        if (Files.isRegularFile(path)
                && String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return new ZipJarCrawler(path.toFile());
        }
        throw unusable(path, Files.exists(path) ? "it is neither a folder nor a zip file" : "it does not exist");
    }

    private static List<String> names(DataProvider provider) {
        List<String> names = new ArrayList<>();
        DataLoader collector = new DataLoader() {
            @Override
            public boolean stillAcceptsData() {
                return true;
            }

            @Override
            public void loadData(InputStream input, String name) {
                int slash = Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')), name.lastIndexOf('!'));
                names.add(name.substring(slash + 1));
            }
        };
        provider.feed(Pattern.compile(".*"), collector, new DataProvidersManager());
        return names;
    }
}
