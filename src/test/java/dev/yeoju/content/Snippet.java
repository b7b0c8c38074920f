package dev.yeoju.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fenced block of a document.
 *
 * @param document the Markdown file
 * @param line of the fence, from 1
 * @param language after the fence: {@code bash}, {@code json} or {@code text}
 * @param note what a comment directly before the block says, such as {@code file change.json}; empty without
 * @param text the block's lines
 */
record Snippet(Path document, int line, String language, String note, String text) {
    private static final List<String> FOLDERS = List.of("docs", "problems", "seeds", "benchmarks", "deploy");
    private static final String FENCE = "```";

    /** The documents of the repository. */
    static List<Path> documents() {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.filter(Snippet::isDocument).forEach(all::add);
            for (String folder : FOLDERS) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    files.filter(Snippet::isDocument).forEach(all::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.stream().sorted().toList();
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(".md");
    }

    /** The blocks of a document in order. */
    static List<Snippet> of(Path document) {
        List<String> lines;
        try {
            lines = Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Snippet> snippets = new ArrayList<>();
        String note = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("<!--") && line.endsWith("-->")) {
                note = line.substring(4, line.length() - 3).strip();
            } else if (line.startsWith(FENCE)) {
                int begin = i + 1;
                do {
                    i++;
                } while (!lines.get(i).strip().equals(FENCE));
                snippets.add(new Snippet(
                        document,
                        begin,
                        line.substring(FENCE.length()).strip(),
                        note,
                        String.join("\n", lines.subList(begin, i)) + "\n"));
                note = "";
            } else if (!line.isEmpty()) {
                note = "";
            }
        }
        return snippets;
    }

    /** What the note says after a word, or an empty text. */
    String noted(String word) {
        return note.startsWith(word + " ") ? note.substring(word.length()).strip() : "";
    }

    /** Where it stands, for a message. */
    String place() {
        return document + ":" + line;
    }
}
