package dev.yeoju.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of the page that documents show. */
class DocumentPicturesTest {
    private static final Pattern PICTURE = Pattern.compile("\\]\\(([^)\\s]+\\.png)\\)");

    static List<Path> documents() {
        return Snippet.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPictureIsThere(Path document) throws IOException {
        Matcher pictures = PICTURE.matcher(Files.readString(document));
        while (pictures.find()) {
            Path picture = document.resolveSibling(pictures.group(1));
            assertThat(picture).as("in %s", document).exists();
        }
    }
}
