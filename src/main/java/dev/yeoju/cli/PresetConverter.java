package dev.yeoju.cli;

import dev.yeoju.model.Objective;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an objective. */
final class PresetConverter implements ITypeConverter<Objective.Preset> {
    @Override
    public Objective.Preset convert(String text) {
        return Arrays.stream(Objective.Preset.values())
                .filter(preset -> preset.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("(" + text + ") is not an objective. Maybe one of "
                        + Arrays.stream(Objective.Preset.values())
                                .map(Objective.Preset::label)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
