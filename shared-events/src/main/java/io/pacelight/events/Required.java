package io.pacelight.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which components of a record must be there: all that are not marked nullable. */
final class Required {
    private static final ConcurrentHashMap<Class<?>, Required> KNOWN = new ConcurrentHashMap<>();

    private final List<Method> accessors = new ArrayList<>();

    private Required(Class<?> record) {
        for (RecordComponent component : record.getRecordComponents())
            if (!component.getType().isPrimitive()
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                accessors.add(component.getAccessor());
    }

    static Required of(Class<?> record) {
        return KNOWN.computeIfAbsent(record, Required::new);
    }

    /** Refuses an event that lacks a component, at any depth. */
    void check(Object record) throws UnreadableEvent {
        for (Method accessor : accessors) {
            Object value = value(accessor, record);
            if (value == null)
                throw new UnreadableEvent("required field '" + accessor.getName() + "' is missing in "
                        + record.getClass().getSimpleName());
            if (value instanceof Record nested) of(nested.getClass()).check(nested);
            if (value instanceof List<?> list)
                for (Object element : list)
                    if (element instanceof Record nested) of(nested.getClass()).check(nested);
        }
    }

    private static @Nullable Object value(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }
}
