package dev.yeoju.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.yeoju.service.AntennaPrices;
import dev.yeoju.service.AuditLog;
import dev.yeoju.service.EphemerisLibrary;
import dev.yeoju.service.ReplanAlternative;
import dev.yeoju.service.RevisionDiff;
import dev.yeoju.service.Revisions;
import dev.yeoju.service.ScheduleViews;
import dev.yeoju.service.Tokens;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of every record which fields are always there and which may be null: {@code @Nullable} tells. A record that
 * leaves nulls out ({@link JsonInclude}), as bodies of requests do, has optional fields instead.
 */
@Component
class RecordSchemas implements ModelConverter {
    /** Nested records are called by their last name alone, and two of one name would become one. */
    private static final Map<Class<?>, String> NAMES = Map.of(
            AntennaPrices.View.class, "AntennaPrices",
            AuditLog.Entry.class, "AuditEntry",
            AuditLog.Page.class, "AuditPage",
            EphemerisLibrary.Upload.class, "EphemerisUpload",
            ReplanAlternative.Changed.class, "AnsweredTrack",
            RevisionDiff.Changed.class, "ChangedTrack",
            Revisions.Item.class, "RevisionItem",
            ScheduleViews.Item.class, "ScheduleItem",
            ScheduleViews.Page.class, "SchedulePage",
            Tokens.Issued.class, "IssuedToken");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (raw.equals(RawJson.class)) {
            // Where it stands, an annotation says what it is.
            return new JsonSchema();
        }
        if (NAMES.containsKey(raw)) {
            type.setName(NAMES.get(raw));
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema == null || !raw.isRecord()) {
            return schema;
        }
        String reference = schema.get$ref();
        Schema<?> model = reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        if (model != null && model.getProperties() != null) {
            describe(model, raw);
        }
        return schema;
    }

    private static void describe(Schema<?> model, Class<?> type) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        boolean leavesOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        Set<String> required = new LinkedHashSet<>(model.getRequired() == null ? Set.of() : model.getRequired());
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(model, component.getType());
                required.addAll(model.getRequired());
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable || !leavesOut) {
                required.add(name);
            }
            if (nullable && !leavesOut) {
                model.getProperties().computeIfPresent(name, (field, property) -> orNull(property));
            }
        }
        model.setRequired(required.stream().toList());
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().addAnyOfItem(schema).addAnyOfItem(new JsonSchema().types(Set.of("null")));
        }
        if (schema.getAnyOf() == null && schema.getTypes() != null) {
            schema.addType("null");
        }
        return schema;
    }
}
