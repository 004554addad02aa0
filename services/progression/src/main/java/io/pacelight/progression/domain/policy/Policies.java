package io.pacelight.progression.domain.policy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The one place where a policy is made from its name and parameters, and told as such: all that {@link MasteryPolicy} permits. */
public final class Policies {
    private static final Map<String, Class<? extends MasteryPolicy>> BY_NAME = byName();

    /** Where nothing is set: two of the last three demonstrations, in two contexts, on different school days. */
    public static final MasteryPolicy DEFAULT = make("at-bats", Map.of());

    private Policies() {}

    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    public static String nameOf(MasteryPolicy policy) {
        return nameOf(policy.getClass());
    }

    /** The parameters in their order, defaults included. */
    public static Map<String, Integer> parametersOf(MasteryPolicy policy) {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        try {
            for (RecordComponent component : policy.getClass().getRecordComponents()) {
                parameters.put(
                        component.getName(), (Integer) component.getAccessor().invoke(policy));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Parameters of " + nameOf(policy) + " are not readable", impossible);
        }
        return parameters;
    }

    /**
     * A policy by its name.
     *
     * @throws PolicyRefused if the name or a parameter is unknown, a needed one is missing, or a value makes no sense
     */
    public static MasteryPolicy make(String name, Map<String, Integer> parameters) {
        Class<? extends MasteryPolicy> type = BY_NAME.get(name);
        if (type == null) {
            throw new PolicyRefused(
                    "There is no policy " + name + "; choose one of " + String.join(", ", BY_NAME.keySet()) + ".");
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String parameter : parameters.keySet()) {
            if (!known.contains(parameter)) {
                throw new PolicyRefused("Policy " + name + " has no parameter " + parameter + "; it "
                        + (known.isEmpty() ? "has none." : "has " + String.join(", ", known) + "."));
            }
        }
        Object[] values = Arrays.stream(components)
                .map(component -> valueOf(name, component, parameters.get(component.getName())))
                .toArray();
        return construct(type, components, values);
    }

    private static Integer valueOf(String policy, RecordComponent component, @Nullable Integer given) {
        if (given != null) {
            return given;
        }
        Default otherwise = component.getAnnotation(Default.class);
        if (otherwise == null) {
            throw new PolicyRefused(
                    "Policy " + policy + " needs the parameter " + component.getName() + ", a whole number.");
        }
        return otherwise.value();
    }

    private static MasteryPolicy construct(
            Class<? extends MasteryPolicy> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<? extends MasteryPolicy> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof PolicyRefused refused) {
                throw refused;
            }
            throw new IllegalStateException(type + " can't be made", thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " can't be made", impossible);
        }
    }

    private static String nameOf(Class<?> type) {
        return Objects.requireNonNull(
                        type.getAnnotation(PolicyName.class),
                        () -> type + " has no @PolicyName, which every policy needs")
                .value();
    }

    private static Map<String, Class<? extends MasteryPolicy>> byName() {
        Map<String, Class<? extends MasteryPolicy>> types = new TreeMap<>();
        for (Class<?> type : MasteryPolicy.class.getPermittedSubclasses()) {
            types.put(nameOf(type), type.asSubclass(MasteryPolicy.class));
        }
        return types;
    }
}
