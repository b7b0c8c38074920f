package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.exchange.CatalogueEntry.Confidence;
import dev.yeoju.exchange.CatalogueEntry.Kind;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Site;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrajectorySpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final Path SEEDS = Path.of("seeds");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theIndexNamesEveryFile(Kind kind) throws IOException {
        List<String> files;
        Path folder = SEEDS.resolve(kind.folder());
        try (Stream<Path> paths = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            files = paths.map(path -> path.getFileName().toString())
                    .map(name -> name.replaceFirst("\\.json$", ""))
                    .toList();
        }

        assertThat(Catalogue.bundled().entries(kind))
                .extracting(CatalogueEntry::id)
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void everyEphemerisThatAnEntryNamesIsThere() {
        for (CatalogueEntry entry : Catalogue.bundled().entries(Kind.SPACECRAFT)) {
            Spacecraft spacecraft = SpacecraftReader.read(Value.root(entry.fields(), "entry", new Faults()));
            assertThat(spacecraft).isNotNull();
            if (spacecraft.trajectory() instanceof TrajectorySpec.FromFile source) {
                assertThat(source.file())
                        .as("%s needs no file of its own", entry.id())
                        .isNull();
                assertThat(SEEDS.resolve("ephemerides").resolve(source.ephemeris() + ".oem"))
                        .as("ephemeris of %s", entry.id())
                        .exists();
            }
        }
    }

    @Test
    void theAntennaInYeojuIsWhereItsKernelPutsIt() {
        CatalogueEntry kdsa = Catalogue.bundled().find(Kind.ANTENNA, "KDSA");

        assertThat(kdsa).isNotNull();
        Antenna antenna = AntennaReader.read(Value.root(kdsa.fields(), "entry", new Faults()));
        assertThat(antenna).isNotNull();
        assertThat(antenna.site()).isEqualTo(new Site(37.20723347, 127.62181206, 145.359));
        assertThat(kdsa.provenance().get("site"))
                .satisfies(site -> assertThat(site.confidence()).isEqualTo(Confidence.PUBLISHED));
        assertThat(kdsa.provenance().get("elevationMask"))
                .satisfies(mask -> assertThat(mask.confidence()).isEqualTo(Confidence.ASSUMED));
    }

    @Test
    void aFigureWithoutSourceIsRefused() {
        assertThatThrownBy(() -> read("""
                {"id": "A", "kind": "antenna", "asOf": "2026-11-22", "programme": "test",
                 "entry": {"id": "A", "site": {"latitudeDeg": 1, "longitudeDeg": 2, "altitudeM": 3}},
                 "provenance": {"site/latitudeDeg": {"source": "s", "confidence": "assumed"},
                                "site/longitudDeg": {"source": "s", "confidence": "derived"}}}"""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("figure (site/longitudeDeg) without source")
                .hasMessageContaining("figure (site/altitudeM) without source")
                .hasMessageContaining(
                        "path (site/longitudDeg) that the entry does not have. Maybe \"site/longitudeDeg\".");
    }

    @Test
    void anEntryOfAnotherNameKindOrDateIsRefused() {
        assertThatThrownBy(() -> read("""
                {"id": "B", "kind": "spacecraft", "asOf": "yesterday", "programme": "test",
                 "entry": {"id": "C", "catalogue": "KDSA"}, "provenance": {}}"""))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("id (B) differs from the file's name (A)")
                .hasMessageContaining("kind (spacecraft) does not belong into the folder antennas")
                .hasMessageContaining("asOf (yesterday) is not a date")
                .hasMessageContaining("has the id (C)")
                .hasMessageContaining("refers to the catalogue itself");
    }

    private static CatalogueEntry read(String json) {
        return CatalogueEntryReader.read(json.getBytes(StandardCharsets.UTF_8), Kind.ANTENNA, "A");
    }
}
