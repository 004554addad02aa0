package io.pacelight.faults.process;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.pacelight.kit.state.Mark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Java agent that weaves crash points and mutants into a service while it is loaded. No production class knows of it:
 * it goes by the names of the kit's classes, and where one is renamed the crash point never fires, which the suite
 * reports as a failure.
 */
public final class FaultAgent {
    private static final String STORE = "io.pacelight.kit.mongo.MongoStateStore";
    private static final String PUBLISHER = "io.pacelight.kit.stream.KafkaEventPublisher";
    private static final String CHANGES = "io.pacelight.reporting.adapter.out.stream.KafkaChanges";
    private static final String CONSUMER = "org.apache.kafka.clients.consumer.KafkaConsumer";

    private FaultAgent() {}

    /** The JVM option that arms a process: {@code point} at its {@code nth} passage. */
    static String crash(Path agent, CrashPoint point, int nth, Path mark, @Nullable Mutant mutant) {
        String option = "-javaagent:" + agent + "=crash;" + point + ";" + nth + ";" + mark + ";";
        return mutant == null ? option : option + ";" + mutant;
    }

    /** The same, but the thread is held there until {@code release} exists. */
    static String hold(Path agent, CrashPoint point, int nth, Path mark, Path release, @Nullable Mutant mutant) {
        String option = "-javaagent:" + agent + "=hold;" + point + ";" + nth + ";" + mark + ";" + release;
        return mutant == null ? option : option + ";" + mutant;
    }

    static String mutant(Path agent, Mutant mutant) {
        return "-javaagent:" + agent + "=mutant;" + mutant;
    }

    /** Writes the jar that names this class as an agent; the class itself is on the class path. */
    static Path jar(Path directory) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", FaultAgent.class.getName());
        Path jar = directory.resolve("fault-agent.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    public static void premain(String arguments, Instrumentation instrumentation) {
        String[] words = arguments.split(";");
        switch (words[0]) {
            case "crash", "hold" -> {
                arm(words, words[0].equals("hold") ? Path.of(words[4]) : null);
                points(CrashPoint.valueOf(words[1])).installOn(instrumentation);
                if (words.length > 5) mutate(Mutant.valueOf(words[5]), instrumentation);
            }
            case "mutant" -> mutate(Mutant.valueOf(words[1]), instrumentation);
            default -> throw new IllegalArgumentException("the fault agent does not know '" + words[0] + "'");
        }
    }

    private static void arm(String[] words, @Nullable Path release) {
        Armed.with(
                new Armed.Charge(CrashPoint.valueOf(words[1]), Integer.parseInt(words[2]), Path.of(words[3]), release));
    }

    private static AgentBuilder builder() {
        return new AgentBuilder.Default().disableClassFormatChanges();
    }

    private static AgentBuilder points(CrashPoint point) {
        return switch (point) {
            case BEFORE_STORE -> advised(STORE, "save", BeforeStore.class);
            case AFTER_STORE -> advised(STORE, "save", AfterStore.class);
            case BEFORE_PUBLISH -> published(BeforePublish.class);
            case AFTER_PUBLISH -> published(AfterPublish.class);
            case BEFORE_COMMIT -> committed(BeforeCommit.class);
            case AFTER_COMMIT -> committed(AfterCommit.class);
        };
    }

    private static AgentBuilder advised(String type, String method, Class<?> advice) {
        return builder()
                .type(named(type))
                .transform((made, t, l, m, d) ->
                        made.visit(Advice.to(advice).on(named(method).and(takesArgument(0, Collection.class)))));
    }

    private static AgentBuilder published(Class<?> advice) {
        return builder()
                .type(named(PUBLISHER).or(named(CHANGES)))
                .transform((made, t, l, m, d) -> made.visit(Advice.to(advice).on(named("publish"))));
    }

    private static AgentBuilder committed(Class<?> advice) {
        return builder()
                .type(named(CONSUMER))
                .transform((made, t, l, m, d) -> made.visit(Advice.to(advice)
                        .on(named("commitSync").and(takesArgument(0, Map.class)).and(takesArguments(2)))));
    }

    private static void mutate(Mutant mutant, Instrumentation instrumentation) {
        AgentBuilder.Identified.Extendable mutated =
                switch (mutant) {
                    case INBOX ->
                        builder()
                                .type(named("io.pacelight.assessment.application.AttemptMachine"))
                                .transform((made, t, l, m, d) ->
                                        made.visit(Advice.to(ForgetState.class).on(named("apply"))))
                                .type(named("io.pacelight.kit.state.Input"))
                                .transform((made, t, l, m, d) ->
                                        made.visit(Advice.to(ForgetMark.class).on(isConstructor())));
                    case PUBLISH ->
                        builder()
                                .type(named(PUBLISHER))
                                .transform((made, t, l, m, d) ->
                                        made.visit(Advice.to(PublishLater.class).on(named("publish"))));
                    case SORT ->
                        builder()
                                .type(named("io.pacelight.progression.domain.evidence.Portfolio"))
                                .transform((made, t, l, m, d) -> made.visit(Advice.to(Unsorted.class)
                                        .on(named("attempts").and(takesArguments(0)))));
                    case GUARD ->
                        builder()
                                .type(named("com.mongodb.client.model.ReplaceOneModel"))
                                .transform((made, t, l, m, d) -> made.visit(Advice.to(Unguarded.class)
                                        .on(isConstructor().and(takesArguments(3)))));
                };
        mutated.installOn(instrumentation);
        System.out.println("mutant " + mutant.name().toLowerCase(Locale.ROOT) + " is in");
    }

    static final class BeforeStore {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Collection<?> documents) {
            Armed.passed("BEFORE_STORE", documents.size());
        }
    }

    static final class AfterStore {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Collection<?> documents) {
            Armed.passed("AFTER_STORE", documents.size());
        }
    }

    static final class BeforePublish {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Collection<?> events) {
            Armed.passed("BEFORE_PUBLISH", events.size());
        }
    }

    static final class AfterPublish {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Collection<?> events) {
            Armed.passed("AFTER_PUBLISH", events.size());
        }
    }

    static final class BeforeCommit {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Map<?, ?> offsets) {
            Armed.passed("BEFORE_COMMIT", offsets.size());
        }
    }

    static final class AfterCommit {
        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Map<?, ?> offsets) {
            Armed.passed("AFTER_COMMIT", offsets.size());
        }
    }

    static final class ForgetState {
        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object state) {
            state = Forgetful.nothing(state);
        }
    }

    static final class ForgetMark {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 2, readOnly = false, optional = true) @Nullable Mark mark) {
            mark = null;
        }
    }

    static final class PublishLater {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.This Object publisher, @Advice.Argument(0) List<?> events) {
            return Forgetful.later(publisher, events);
        }
    }

    static final class Unsorted {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object attempts) {
            attempts = Forgetful.jumbled((List<?>) attempts);
        }
    }

    static final class Unguarded {
        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) Bson filter) {
            filter = Forgetful.withoutVersion(filter);
        }
    }
}
